/** Events of review-service: review and approval (REV). */
@NullMarked
package io.gendan.contract.review;

import org.jspecify.annotations.NullMarked;
