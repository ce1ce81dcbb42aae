/** Wires the starter for a service that has a stage. */
@NullMarked
package io.gendan.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
