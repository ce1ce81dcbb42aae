/** A planted service. */
@NullMarked
package io.gendan.testing.planted.review.rest;

import org.jspecify.annotations.NullMarked;
