package io.gendan.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Poison on every topic and every record twice: neighbours go on, nothing changes. */
class DisorderIT {

	private static final int ORDERS = 12;

	/** How many consumer groups read each topic, the timeline's included. */
	private static final Map<String, Integer> READERS = Map.of("gendan.order", 6, "gendan.review", 2,
			"gendan.fulfillment", 3, "gendan.logistics", 5, "gendan.billing", 3, "gendan.aftersales", 2);

	private static final List<String> LISTS = List.of("/api/orders", "/api/reviews", "/api/fulfillments",
			"/api/shipments", "/api/billings", "/api/aftersales");

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Topics topics = new Topics(this.system.kafka());

	private final Gateway gateway = this.system.gateway();

	@Test
	void poisonAndDuplicatesChangeNothingAndHoldNobodyBack() {
		this.plays.play("BEFORE-", ORDERS);
		Map<String, String> states = states("BEFORE-");
		Map<String, Long> deadBefore = dead();
		String token = UUID.randomUUID().toString();
		List<ProducerRecord<String, byte[]>> disorder = new ArrayList<>();
		for (ConsumerRecord<String, byte[]> record : this.topics.read(Topics.ALL::contains)) {
			if (record.key() != null && record.key().startsWith("BEFORE-")) {
				disorder.add(Topics.again(record));
			}
		}
		assertThat(disorder).hasSizeGreaterThan(ORDERS * 15);
		Topics.ALL.forEach((topic) -> disorder.add(disorder.size() / 2, Topics.poison(topic, "BEFORE-0001" + token)));
		this.topics.write(disorder);

		JsonNode neighbours = this.plays.play("AFTER-" + token.substring(0, 8) + "-", ORDERS);

		assertThat(neighbours.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(ORDERS);
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			Map<String, Long> fresh = new TreeMap<>(dead());
			deadBefore.forEach((topic, count) -> fresh.computeIfPresent(topic, (key, all) -> all - count));
			Map<String, Long> perTopic = fresh.entrySet()
				.stream()
				.collect(Collectors.groupingBy((entry) -> entry.getKey().replaceFirst("\\.dead\\..*", ""),
						Collectors.summingLong(Map.Entry::getValue)));
			READERS.forEach(
					(topic, readers) -> assertThat(perTopic).as(fresh.toString()).containsEntry(topic, (long) readers));
		});
		assertThat(states("BEFORE-")).isEqualTo(states);
	}

	@Test
	void moneyAndGoodsMayComeInEitherOrder() {
		JsonNode report = this.plays.play("EITHER-", 30);
		assertThat(report.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(30);
		int paidFirst = 0;
		int packedFirst = 0;
		for (int i = 1; i <= 30; i++) {
			List<String> types = new ArrayList<>();
			this.gateway.get(Gateway.AUDITOR, "/api/orders/EITHER-%04d/timeline".formatted(i))
				.body()
				.path("entries")
				.forEach((entry) -> types.add(entry.path("type").asString().replaceAll(".*\\.(\\w+)\\.v\\d+", "$1")));
			boolean paid = types.indexOf("OrderReleased") < types.indexOf("GoodsPacked");
			paidFirst += paid ? 1 : 0;
			packedFirst += paid ? 0 : 1;
			assertThat(types).contains("OrderReleased", "GoodsPacked", "GoodsShipped");
		}
		assertThat(paidFirst + packedFirst).isEqualTo(30);
	}

	private Map<String, Long> dead() {
		return this.topics.read((topic) -> topic.contains(".dead."))
			.stream()
			.collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()));
	}

	private Map<String, String> states(String prefix) {
		Map<String, String> states = new TreeMap<>();
		for (String list : LISTS) {
			for (JsonNode row : this.gateway.get(Gateway.AUDITOR, list + "?limit=500&after=" + prefix)
				.body()
				.path("items")) {
				if (row.path("order").asString().startsWith(prefix)) {
					states.put(list + " " + row.path("order").asString(), row.toString());
				}
			}
		}
		assertThat(states).hasSize(LISTS.size() * ORDERS);
		return states;
	}

}
