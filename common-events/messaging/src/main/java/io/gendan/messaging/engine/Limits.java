package io.gendan.messaging.engine;

import java.time.Duration;

import io.gendan.messaging.budget.ByteBudget;

/**
 * How much an engine holds.
 *
 * @param batch what is read, decided and written at once: documents and what happens to
 * them; a single order that is more stands alone
 * @param ledger what the document of one order may hold
 * @param page what the document of a long-lived subject holds before its oldest events go
 * to a page
 * @param keysKept how long idempotency keys are remembered
 */
public record Limits(ByteBudget batch, ByteBudget ledger, ByteBudget page, Duration keysKept) {
}
