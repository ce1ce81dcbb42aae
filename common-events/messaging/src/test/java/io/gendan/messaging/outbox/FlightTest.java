package io.gendan.messaging.outbox;

import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.messaging.ledger.Head;
import io.gendan.testing.ForeignChain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of one order may be acknowledged out of turn when partitions were added. */
class FlightTest {

	private static final int EVENTS = 4;

	private final List<RecordedEvent> events = new ArrayList<>();

	private final Flight flight = new Flight();

	FlightTest() {
		ForeignChain chain = new ForeignChain("F-1");
		for (int i = 0; i < EVENTS; i++) {
			this.events.add(chain.next(new OrderReleased("F-1", "I-" + i), new Actor("finance", "li")));
		}
	}

	@Test
	void whatIsAcknowledgedBehindAHoleDoesNotCountYet() {
		fly(1, EVENTS);
		this.flight.acknowledge(2);
		this.flight.acknowledge(4);
		assertThat(this.flight.complete()).isFalse();
		assertThat(this.flight.age()).isPositive();
		assertThat(this.flight.acknowledged()).isEqualTo(Head.NONE);
		this.flight.acknowledge(1);
		assertThat(this.flight.acknowledged()).isEqualTo(head(2));
		this.flight.acknowledge(3);
		assertThat(this.flight.complete()).isTrue();
		assertThat(this.flight.mark("F-1").head()).isEqualTo(head(4));
	}

	@Test
	void aFlightThatFailsInAHoleIsOverAndMarksWhatIsBeforeIt() {
		fly(1, EVENTS);
		this.flight.acknowledge(1);
		this.flight.acknowledge(3);
		this.flight.fail(2);
		this.flight.acknowledge(4);
		assertThat(this.flight.over()).isTrue();
		assertThat(this.flight.complete()).isFalse();
		assertThat(this.flight.mark("F-1").head()).isEqualTo(head(1));
	}

	@Test
	void aFlightThatFailsBehindAHoleWaitsForIt() {
		fly(1, EVENTS);
		this.flight.acknowledge(2);
		this.flight.fail(3);
		assertThat(this.flight.over()).isFalse();
		this.flight.acknowledge(1);
		assertThat(this.flight.over()).isTrue();
		assertThat(this.flight.mark("F-1").head()).isEqualTo(head(2));
	}

	@Test
	void aFlightNeedNotBeginWithTheFirstEvent() {
		fly(3, EVENTS);
		this.flight.acknowledge(4);
		assertThat(this.flight.acknowledged()).isEqualTo(Head.NONE);
		this.flight.acknowledge(3);
		assertThat(this.flight.acknowledged()).isEqualTo(head(4));
	}

	private void fly(int first, int last) {
		this.flight.written(1, head(last));
		this.flight.board(this.events.subList(first - 1, last));
	}

	private Head head(int sequence) {
		return new Head(sequence, this.events.get(sequence - 1).envelope().hash());
	}

}
