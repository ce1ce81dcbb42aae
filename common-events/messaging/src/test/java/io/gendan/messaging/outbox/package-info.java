/** The outbox tested from inside. */
@NullMarked
package io.gendan.messaging.outbox;

import org.jspecify.annotations.NullMarked;
