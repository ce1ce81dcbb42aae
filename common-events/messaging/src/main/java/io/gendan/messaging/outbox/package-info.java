/** Publishes what the ledger holds and has not been acknowledged yet. */
@NullMarked
package io.gendan.messaging.outbox;

import org.jspecify.annotations.NullMarked;
