/** How replays are kept. */
@NullMarked
package io.gendan.messaging.replay;

import org.jspecify.annotations.NullMarked;
