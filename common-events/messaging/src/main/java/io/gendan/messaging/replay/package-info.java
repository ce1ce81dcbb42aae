/** Gives a stage the history of an event type that it listens to since later. */
@NullMarked
package io.gendan.messaging.replay;

import org.jspecify.annotations.NullMarked;
