/** The REST edge of review-service. */
@NullMarked
package io.gendan.review.rest;

import org.jspecify.annotations.NullMarked;
