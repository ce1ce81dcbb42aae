/** A planted service. */
@NullMarked
package io.gendan.testing.planted.review;

import org.jspecify.annotations.NullMarked;
