/** Measuring tested from inside. */
@NullMarked
package io.gendan.messaging.metrics;

import org.jspecify.annotations.NullMarked;
