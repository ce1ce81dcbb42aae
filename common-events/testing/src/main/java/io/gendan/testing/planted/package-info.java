/** Violations planted on purpose: they prove that the rules bite. */
@NullMarked
package io.gendan.testing.planted;

import org.jspecify.annotations.NullMarked;
