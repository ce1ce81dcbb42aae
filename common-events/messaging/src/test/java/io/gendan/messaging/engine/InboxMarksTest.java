package io.gendan.messaging.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.contract.Envelope;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.ChainHead;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.messaging.budget.Weight;
import io.gendan.messaging.ledger.Head;
import io.gendan.messaging.ledger.OrderInbox;
import io.gendan.testing.ForeignChain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The chain heads that a dossier is closed with (ORD-21). */
class InboxMarksTest {

	@Test
	void whatIsParkedCountsWithItsAttributes() {
		ForeignChain chain = new ForeignChain("I-2");
		InboxMarks marks = new InboxMarks(new OrderInbox(Map.of(), List.of(), List.of(), Map.of()),
				KeptHashes.of(List.of()));
		long bytes = 0;
		for (int count = 0; count < 3000; count++) {
			RecordedEvent event = chain.next(new OrderCancelled("I-2", "li", Personal.of("no")),
					new Actor("salesperson", "li"));
			Verdict gap = Verdict.parked("a gap");
			if (marks.park(event, Instant.EPOCH, gap) != gap) {
				break;
			}
			bytes += Weight.of(event);
		}
		assertThat(bytes).isPositive().isLessThanOrEqualTo(1024 * 1024);
	}

	@Test
	void headsNameTheEventThatIsJustBeingTaken() {
		Envelope received = new ForeignChain("I-1")
			.next(new OrderCancelled("I-1", "li", Personal.of("no longer needed")), new Actor("salesperson", "li"))
			.envelope();
		InboxMarks marks = new InboxMarks(
				new OrderInbox(Map.of(Service.BILLING, new Head(3, "b")), List.of(), List.of(), Map.of()),
				KeptHashes.of(List.of()));
		assertThat(marks.heads(Service.REVIEW, new Head(2, "r"), received)).containsExactly(
				new ChainHead("order", 1, received.hash()), new ChainHead("review", 2, "r"),
				new ChainHead("billing", 3, "b"));
		assertThat(marks.heads(Service.REVIEW, Head.NONE, null)).containsExactly(new ChainHead("billing", 3, "b"));
		assertThat(marks.moved()).isFalse();
	}

}
