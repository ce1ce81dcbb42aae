/** Turns commands, received events and due instants into events, batch by batch. */
@NullMarked
package io.gendan.messaging.engine;

import org.jspecify.annotations.NullMarked;
