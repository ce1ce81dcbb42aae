/** How the starter measures: total for whatever arrives. */
@NullMarked
package io.gendan.messaging.metrics;

import org.jspecify.annotations.NullMarked;
