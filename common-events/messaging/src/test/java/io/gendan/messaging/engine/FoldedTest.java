package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.budget.Weight;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.OrderInbox;
import io.gendan.messaging.ledger.Paged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTest {

	private static final int EVENTS = 20;

	private static final int DATA = 3000;

	/** Else a memory holds a third of the orders it has room for. */
	@Test
	void rememberingAnOrderCostsItsDataAndNotTheEnvelopesOfItsEvents() {
		long published = folded(List.of()).weight();
		assertThat(published).isBetween(2L * DATA, 3L * DATA);
		assertThat(folded(List.of(event(1), event(2))).weight()).isEqualTo(published + 4 * Weight.ENVELOPE);
	}

	private static Folded<String> folded(List<RecordedEvent> unpublished) {
		return new Folded<>("F-1", 3, 1, EVENTS, Paged.NOTHING, EVENTS * Weight.ENVELOPE + DATA, null, "", EVENTS,
				Head.NONE, 0, unpublished, OrderInbox.EMPTY, KeptHashes.of(List.of()), List.of());
	}

	private static RecordedEvent event(long sequence) {
		Envelope envelope = new Envelope(Envelope.id(Service.REVIEW, "F-1", sequence), "type", Service.REVIEW, "F-1",
				Instant.EPOCH, sequence, sequence, null, "", Actor.policy("review"), HashChain.GENESIS,
				HashChain.GENESIS, null);
		return new RecordedEvent(envelope, "{}");
	}

}
