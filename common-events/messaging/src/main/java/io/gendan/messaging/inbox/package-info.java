/** Takes the polls of the other services' topics. */
@NullMarked
package io.gendan.messaging.inbox;

import org.jspecify.annotations.NullMarked;
