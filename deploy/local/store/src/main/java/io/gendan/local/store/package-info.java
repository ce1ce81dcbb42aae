/**
 * An embedded document store for one machine: MongoDB's wire protocol over a file.
 */
@NullMarked
package io.gendan.local.store;

import org.jspecify.annotations.NullMarked;
