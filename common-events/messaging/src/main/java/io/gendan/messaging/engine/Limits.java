package io.gendan.messaging.engine;

import io.gendan.messaging.budget.ByteBudget;

/**
 * How much an engine holds.
 *
 * @param batch what is read, decided and written at once: documents and what happens to
 * them; a single order that is more stands alone
 * @param ledger what the document of one order may hold
 */
public record Limits(ByteBudget batch, ByteBudget ledger) {
}
