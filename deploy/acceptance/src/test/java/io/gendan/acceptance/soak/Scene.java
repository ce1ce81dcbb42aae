package io.gendan.acceptance.soak;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import io.gendan.acceptance.Gateway;
import io.gendan.acceptance.LocalSystem;
import io.gendan.acceptance.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The running system as the disturbances see it, and what they have forged. */
final class Scene {

	private final LocalSystem system;

	private final Gateway gateway;

	private final Map<Place, ForgedEvent> forged = new HashMap<>();

	/** Chains of archived orders. */
	private Map<String, List<ReadEvent>> archive = Map.of();

	Scene(LocalSystem system) {
		this.system = system;
		this.gateway = system.gateway();
	}

	LocalSystem system() {
		return this.system;
	}

	Gateway gateway() {
		return this.gateway;
	}

	Map<Place, ForgedEvent> forged() {
		return Map.copyOf(this.forged);
	}

	/**
	 * Lets time pass: a pause has a length, there is nothing to wait for.
	 * @param seconds how long
	 */
	void pass(int seconds) {
		try {
			TimeUnit.SECONDS.sleep(seconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes what stands on the topics of the orders that lie in the archive.
	 * @param prefix of their numbers
	 */
	void archive(String prefix) {
		Map<String, List<ReadEvent>> chains = new Topics(this.system.kafka()).read(Topics.ALL::contains)
			.stream()
			.filter((message) -> message.key() != null && message.key().startsWith(prefix)
					&& !this.forged.containsKey(Place.of(message)))
			.flatMap((message) -> ReadEvent.of(message).stream())
			.collect(Collectors.groupingBy(ReadEvent::stream, TreeMap::new, Collectors.toList()));
		Map<String, List<ReadEvent>> archived = new TreeMap<>(chains);
		archived.values()
			.removeIf((events) -> chains.getOrDefault("order:" + events.getFirst().subject(), List.of())
				.stream()
				.noneMatch((event) -> event.type().equals("OrderArchived")));
		this.archive = archived;
	}

	/** All events of archived orders, but of the orders of nobody's history. */
	List<ReadEvent> archive() {
		return this.archive.values()
			.stream()
			.flatMap(List::stream)
			.filter((event) -> !event.type().equals("OrderPlaced"))
			.toList();
	}

	/**
	 * What would come after the last event of the same chain.
	 * @param event of an archived order
	 * @return not yet sealed
	 */
	ReadEvent nextOf(ReadEvent event) {
		ReadEvent last = this.archive.getOrDefault(event.stream(), List.of(event))
			.stream()
			.max(Comparator.comparingInt(ReadEvent::sequence))
			.orElseThrow();
		Map<String, String> attributes = new TreeMap<>(last.attributes());
		int next = last.sequence() + 1;
		attributes.putAll(Map.of("ce_sequence", Integer.toString(next), "ce_id", last.stream() + ":" + next, "ce_clock",
				Long.toString(last.clock() + 1), "ce_prevhash", last.attribute("ce_hash")));
		return new ReadEvent(last.place(), attributes, last.data());
	}

	/**
	 * Writes what no service has written, and keeps where it stands.
	 * @param why what is forged
	 * @param topic where
	 * @param key record key
	 * @param headers record headers
	 * @param value record value
	 */
	void forge(ForgedEvent why, String topic, String key, Map<String, String> headers, byte[] value) {
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
		headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.system.kafka()), new StringSerializer(),
				new ByteArraySerializer())) {
			this.forged.put(Place.of(producer.send(message).get(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS)),
					why);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
