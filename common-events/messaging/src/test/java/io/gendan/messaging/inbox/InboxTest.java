package io.gendan.messaging.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Personal;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.messaging.PlantedProducer;
import io.gendan.messaging.SettableClock;
import io.gendan.messaging.deadletter.DeadLetterException;
import io.gendan.messaging.deadletter.DeadLetterPublisher;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.testing.ForeignChain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A poll is through when everything of it is safe, and not before. */
class InboxTest {

	private final SettableClock clock = new SettableClock();

	private final PlantedProducer producer = new PlantedProducer();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final SignatureCheck signatures = new SignatureCheck(
			new SigningSettings(null, SigningSettings.Check.OFF, Map.of(), Duration.ofMinutes(1)), this.registry);

	private final InboxHealth health = new InboxHealth(this.clock);

	private final List<RecordedEvent> taken = new ArrayList<>();

	@Test
	void poisonGoesToTheDeadLettersAndTheRestIsTaken() {
		inbox((events) -> events.stream().map(this::take).toList())
			.accept(poll(cancelled("I-1"), "no event".getBytes(StandardCharsets.UTF_8), cancelled("I-2")));
		assertThat(this.taken).hasSize(2);
		assertThat(this.producer.sent()).hasSize(1);
		assertThat(letters("MALFORMED")).isEqualTo(1);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void whoseEventsTheyAreIsAskedForBeforeTheyAreTaken() {
		SigningSettings settings = new SigningSettings(null, SigningSettings.Check.REQUIRE,
				Map.of(Service.ORDER, "no keys here"), Duration.ofMinutes(1));
		new Inbox((events) -> events.stream().map(this::take).toList(), new SignatureCheck(settings, this.registry),
				new DeadLetterPublisher(() -> this.producer, "g", List.of("gendan.order"), this.registry, this.clock),
				this.health, new ConsumedEvents(this.registry, this.clock, "g"))
			.accept(poll(cancelled("I-7")));
		assertThat(this.taken).isEmpty();
		assertThat(letters("SIGNATURE_MISSING")).isEqualTo(1);
	}

	@Test
	void lettersAreCountedFromZero() {
		inbox((events) -> List.of());
		assertThat(this.registry.find("gendan.dead.letters").counters()).hasSizeGreaterThan(5)
			.allMatch((counter) -> counter.count() == 0);
		assertThat(this.registry.find("gendan.events.conflicts").counters()).hasSize(Service.values().length);
	}

	@Test
	void whileADeadLetterCannotBeSentTheConsumerStandsAndSaysSo() {
		Inbox inbox = inbox((events) -> events.stream().map(this::take).toList());
		Message<List<byte[]>> poll = poll("no event".getBytes(StandardCharsets.UTF_8));
		this.producer.refuse("none");
		assertThatThrownBy(() -> inbox.accept(poll)).isInstanceOf(DeadLetterException.class);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.health.health().getDetails()).containsEntry("reason", "DeadLetterException")
			.containsEntry("since", this.clock.instant());
		this.producer.refuseNothing();
		inbox.accept(poll);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.producer.sent()).hasSize(1);
	}

	@Test
	void whileTheStoreIsAwayTheConsumerStandsAndSaysSo() {
		List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("the store is away")));
		Inbox inbox = inbox((events) -> {
			if (!failures.isEmpty()) {
				throw failures.removeFirst();
			}
			return events.stream().map(this::take).toList();
		});
		Message<List<byte[]>> poll = poll(cancelled("I-3"));
		assertThatThrownBy(() -> inbox.accept(poll)).hasMessage("the store is away");
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		inbox.accept(poll);
		assertThat(this.taken).hasSize(1);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void anErrorDoesNotEndTheConsumer() {
		Inbox inbox = inbox((events) -> {
			throw new NoClassDefFoundError("planted");
		});
		assertThatThrownBy(() -> inbox.accept(poll(cancelled("I-4")))).isInstanceOf(IllegalStateException.class);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void anEventOnAForeignTopicOrUnderAForeignKeyIsPoison() {
		RecordedEvent event = event("I-5");
		inbox((events) -> events.stream().map(this::take).toList())
			.accept(poll(List.of(new Entry("gendan.billing", "I-5", event), new Entry("gendan.order", "I-6", event))));
		assertThat(this.taken).isEmpty();
		assertThat(this.producer.sent()).containsExactly("order:I-5:1", "order:I-5:1");
	}

	private Verdict take(RecordedEvent event) {
		this.taken.add(event);
		return Verdict.taken();
	}

	private double letters(String reason) {
		return this.registry.counter("gendan.dead.letters", "topic", "gendan.order", "group", "g", "reason", reason)
			.count();
	}

	private Inbox inbox(Function<List<RecordedEvent>, List<Verdict>> handler) {
		return new Inbox(handler, this.signatures,
				new DeadLetterPublisher(() -> this.producer, "g", List.of("gendan.order"), this.registry, this.clock),
				this.health, new ConsumedEvents(this.registry, this.clock, "g"));
	}

	private static Entry cancelled(String order) {
		return new Entry("gendan.order", order, event(order));
	}

	private static RecordedEvent event(String order) {
		return new ForeignChain(order).next(new OrderCancelled(order, "li", Personal.of("no longer needed")),
				new Actor("salesperson", "li"));
	}

	private static Message<List<byte[]>> poll(Object... records) {
		List<Entry> entries = new ArrayList<>();
		for (Object entry : records) {
			entries.add((entry instanceof byte[] poison) ? new Entry(poison) : (Entry) entry);
		}
		return poll(entries);
	}

	private static Message<List<byte[]>> poll(List<Entry> entries) {
		return MessageBuilder.withPayload(entries.stream().map(Entry::value).toList())
			.setHeader(KafkaHeaders.RECEIVED_TOPIC, entries.stream().map(Entry::topic).toList())
			.setHeader(KafkaHeaders.RECEIVED_PARTITION, entries.stream().map((entry) -> 0).toList())
			.setHeader(KafkaHeaders.OFFSET, entries.stream().map((entry) -> 7L).toList())
			.setHeader(KafkaHeaders.RECEIVED_KEY,
					entries.stream().map((entry) -> entry.key().getBytes(StandardCharsets.UTF_8)).toList())
			.setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, entries.stream().map(Entry::headers).toList())
			.build();
	}

	/** A record of a poll. */
	private record Entry(String topic, String key, byte[] value, Map<String, Object> headers) {

		Entry(String topic, String key, RecordedEvent event) {
			this(topic, key, event.bytes(), new HashMap<>(CloudEventHeaders.write(event.envelope())));
		}

		Entry(byte[] poison) {
			this("gendan.order", "poison", poison, Map.of());
		}

	}

}
