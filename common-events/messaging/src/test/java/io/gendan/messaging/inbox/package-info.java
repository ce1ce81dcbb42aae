/** The inbox tested from inside. */
@NullMarked
package io.gendan.messaging.inbox;

import org.jspecify.annotations.NullMarked;
