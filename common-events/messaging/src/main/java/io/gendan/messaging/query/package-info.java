/**
 * What lists are asked for: which rows, in which order, from where on. All of it
 * comes from the columns that a stage declares.
 */
@NullMarked
package io.gendan.messaging.query;

import org.jspecify.annotations.NullMarked;
