package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.gendan.acceptance.Topics;
import io.gendan.acceptance.soak.Fault.Kind;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the topics as a stranger and says what is wrong with them: per service and
 * subject gapless and unbroken, repeated without change, cause before effect, every
 * effect once, money that agrees, and no dead letter but of what the judge itself has put
 * there.
 */
final class TopicsJudge {

	private final Set<Place> forged;

	private final Map<String, Chain> chains = new TreeMap<>();

	/** Clocks of what nobody has written: a service may have believed it. */
	private final Map<String, Long> strangers = new HashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	/**
	 * A judge.
	 * @param forged where records stand that no service has written
	 */
	TopicsJudge(Set<Place> forged) {
		this.forged = Set.copyOf(forged);
	}

	/**
	 * Judges everything that stands on the topics now.
	 * @param topics the topics
	 * @return what is wrong
	 */
	Judgment judge(Topics topics) {
		return judge(topics.read((topic) -> Topics.ALL.contains(topic) || topic.contains(".dead.")));
	}

	/**
	 * Judges records.
	 * @param all records of topics and of dead-letter topics, per partition in their
	 * order
	 * @return what is wrong
	 */
	Judgment judge(List<ConsumerRecord<String, byte[]>> all) {
		int records = 0;
		int letters = 0;
		for (ConsumerRecord<String, byte[]> message : all) {
			if (message.topic().contains(".dead.")) {
				letters++;
				letter(message);
			}
			else if (this.forged.contains(Place.of(message))) {
				ReadEvent.of(message).ifPresent((event) -> this.strangers.put(event.id(), event.clock()));
			}
			else {
				records++;
				take(message);
			}
		}
		this.chains.values().forEach((chain) -> this.faults.addAll(chain.faults()));
		causes();
		Map<String, OrderStory> orders = orders();
		orders.values().forEach((order) -> this.faults.addAll(order.faults()));
		int duplicates = this.chains.values().stream().mapToInt(Chain::duplicates).sum();
		return new Judgment(records, duplicates, this.chains.size(), letters, orders, List.copyOf(this.faults));
	}

	private void letter(ConsumerRecord<String, byte[]> letter) {
		if (!this.forged.contains(Place.ofOriginal(letter))) {
			this.faults.add(new Fault(Kind.DEAD_LETTER, "%s about %s with key %s, headers %s".formatted(letter.topic(),
					Place.ofOriginal(letter), letter.key(), headers(letter))));
		}
	}

	private void take(ConsumerRecord<String, byte[]> message) {
		ReadEvent.of(message)
			.ifPresentOrElse(
					(event) -> this.chains.computeIfAbsent(event.stream(), (stream) -> new Chain())
						.add(event, this.faults),
					() -> this.faults.add(new Fault(Kind.NO_EVENT, Place.of(message) + " with key " + message.key())));
	}

	private void causes() {
		Map<String, Long> clocks = new HashMap<>(this.strangers);
		this.chains.values()
			.forEach((chain) -> chain.events().forEach((event) -> clocks.put(event.id(), event.clock())));
		this.chains.values().stream().flatMap((chain) -> chain.events().stream()).forEach((event) -> {
			String cause = event.attribute("ce_causationid");
			if (cause.matches("(order|review|fulfillment|logistics|billing|aftersales):.*:\\d+")) {
				Long clock = clocks.get(cause);
				if (clock == null || clock >= event.clock()) {
					this.faults.add(new Fault(Kind.CAUSE_AFTER_EFFECT, "%s with clock %d, its cause %s with clock %s"
						.formatted(event.id(), event.clock(), cause, clock)));
				}
			}
		});
	}

	private Map<String, OrderStory> orders() {
		Map<String, OrderStory> orders = new TreeMap<>();
		this.chains.values().forEach((chain) -> {
			List<ReadEvent> events = chain.events();
			if (!events.getFirst().subject().contains("/")) {
				orders.computeIfAbsent(events.getFirst().subject(), OrderStory::new).add(events);
			}
		});
		return orders;
	}

	private static Map<String, String> headers(ConsumerRecord<String, byte[]> message) {
		Map<String, String> headers = new TreeMap<>();
		message.headers().forEach((header) -> {
			if (header.key().startsWith("gendan_") || header.key().equals("ce_id")) {
				headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
			}
		});
		return headers;
	}

}
