/** A real Kafka broker on this machine alone, started from Maven artifacts. */
@NullMarked
package io.gendan.local.broker;

import org.jspecify.annotations.NullMarked;
