package io.gendan.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders travel from the file to the archive, and the timeline tells their story. */
class LifecycleIT {

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Gateway gateway = this.system.gateway();

	@Test
	void theSampleTravelsToTheArchiveAndIsPlacedOnce() {
		JsonNode first = this.plays.play("sample-report.json");
		assertThat(first.path("orders").path("inFile").asInt()).isEqualTo(60);
		assertThat(first.path("orders").path("placed").asInt()).isEqualTo(57);
		assertThat(first.path("orders").path("refused").asInt()).isEqualTo(3);
		assertThat(first.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(57);
		assertThat(first.path("refusedRows")).hasSizeGreaterThanOrEqualTo(3);
		JsonNode again = this.plays.play("sample-again.json");
		assertThat(again.path("orders").path("placed").asInt()).isZero();
		assertThat(again.path("orders").path("alreadyKnown").asInt()).isEqualTo(57);
		assertThat(again.path("eventsPerTopic")).isEqualTo(first.path("eventsPerTopic"));
	}

	@Test
	void theTimelineTellsTheStoryInCausalOrder() {
		this.plays.play("STORY-", 3);
		JsonNode entries = this.gateway.get(Gateway.AUDITOR, "/api/orders/STORY-0001/timeline").body().path("entries");
		Set<String> services = new HashSet<>();
		Set<String> seen = new HashSet<>();
		long clock = 0;
		for (JsonNode entry : entries) {
			services.add(entry.path("service").asString());
			assertThat(entry.path("clock").asLong()).isGreaterThanOrEqualTo(clock);
			clock = entry.path("clock").asLong();
			String cause = entry.path("causationId").asString("");
			if (cause.contains(":STORY-")) {
				assertThat(seen).as("cause of %s", entry.path("id")).contains(cause);
			}
			seen.add(entry.path("id").asString());
		}
		assertThat(services).containsExactlyInAnyOrder("order", "review", "fulfillment", "logistics", "billing",
				"aftersales");
		String asOf = entries.get(2).path("time").asString();
		JsonNode then = this.gateway.get(Gateway.AUDITOR, "/api/orders/STORY-0001/timeline?asOf=" + asOf)
			.body()
			.path("entries");
		assertThat(then.size()).isBetween(3, entries.size() - 1);
	}

	@Test
	void theRebuiltTimelineIsTheLiveOne() {
		this.plays.play("REBUILD-", 20);
		assertThat(this.gateway.post(Gateway.OPERATOR, "/api/timeline/rebuild", "").status()).isBetween(200, 202);
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.until(() -> this.gateway.get(Gateway.AUDITOR, "/api/timeline/rebuild")
				.body()
				.path("state")
				.asString()
				.equals("DONE"));
		JsonNode rebuilt = this.gateway.get(Gateway.AUDITOR, "/api/timeline/rebuild").body();
		assertThat(rebuilt.path("different")).as(rebuilt.toString()).isEmpty();
		assertThat(rebuilt.path("orders").asInt()).isGreaterThanOrEqualTo(20);
	}

	@Test
	void realOrdersTravelToTheArchive() {
		Path retail = Path.of(Objects.requireNonNull(System.getProperty("gendan.root")))
			.resolve("../shared/data/online-retail-2010-12.csv");
		Assumptions.assumeTrue(Files.exists(retail), "the real orders are not beside the repository");
		JsonNode report = this.plays.play("retail-report.json", retail.toString());
		JsonNode orders = report.path("orders");
		assertThat(orders.path("inFile").asInt()).isEqualTo(2025);
		assertThat(orders.path("placed").asInt()).isEqualTo(1397);
		assertThat(orders.path("refused").asInt()).isEqualTo(2025 - 1397);
		assertThat(report.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(1397);
	}

}
