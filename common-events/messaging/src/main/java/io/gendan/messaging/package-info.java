/**
 * The starter every service adds: it keeps what a {@link io.gendan.stage.Stage} decides,
 * publishes it, listens to the other stages and serves commands.
 */
@NullMarked
package io.gendan.messaging;

import org.jspecify.annotations.NullMarked;
