/**
 * Review and approval (REV): every placed order is reviewed in working time, by somebody
 * who did not enter it.
 */
@NullMarked
package io.gendan.review;

import org.jspecify.annotations.NullMarked;
