/** A planted service. */
@NullMarked
package io.gendan.testing.planted.billing;

import org.jspecify.annotations.NullMarked;
