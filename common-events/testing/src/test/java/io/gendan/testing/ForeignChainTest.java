package io.gendan.testing;

import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.review.OrderApproved;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test publishes is what the other services would publish. */
class ForeignChainTest {

	private static final Actor LI = new Actor("salesperson", "li");

	@Test
	void everyServiceHasAChainOfItsOwnAndAllShareAClock() {
		ForeignChain chain = new ForeignChain("SO-1");
		RecordedEvent first = chain.next(new OrderCancelled("SO-1", "li", Personal.of("a")), LI);
		RecordedEvent other = chain.next(new OrderApproved("SO-1", 1, "wang", null), LI);
		RecordedEvent second = chain.next(new OrderCancelled("SO-1", "li", Personal.of("b")), LI);
		assertThat(List.of(first, other, second)).extracting((event) -> event.envelope().id())
			.containsExactly("order:SO-1:1", "review:SO-1:1", "order:SO-1:2");
		assertThat(second.envelope().prevHash()).isEqualTo(first.envelope().hash());
		assertThat(List.of(first, other, second)).extracting((event) -> event.envelope().clock())
			.containsExactly(1L, 2L, 3L);
	}

	@Test
	void aRecordIsReadAsWhatItWas() {
		RecordedEvent event = new ForeignChain("SO-2").next(new OrderCancelled("SO-2", "li", Personal.of("a")), LI);
		ProducerRecord<String, byte[]> message = ForeignChain.record(event);
		assertThat(message.key()).isEqualTo("SO-2");
		assertThat(message.topic()).isEqualTo("gendan.order");
		assertThat(CloudEventHeaders.read((name) -> {
			var header = message.headers().lastHeader(name);
			return (header != null) ? header.value() : null;
		}, message.value())).isEqualTo(event);
	}

}
