package io.gendan.acceptance;

import java.time.Duration;

import io.gendan.acceptance.LocalSystem.Outcome;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A process killed in the middle of a play and started again: the same sums. */
class KillIT {

	private static final int ORDERS = 150;

	/** So that there are orders at every stage when the victim falls. */
	private static final String ORDERS_PER_SECOND = "20";

	private static JsonNode undisturbed;

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Gateway gateway = this.system.gateway();

	@ParameterizedTest
	@ValueSource(
			strings = { "order", "review", "fulfillment", "logistics", "billing", "aftersales", "store", "broker" })
	void thePlayEndsWithTheSameSums(String victim) {
		JsonNode expected = undisturbed();
		String prefix = "KILL-" + victim + "-";
		Plays.Running play = this.plays.start(prefix, ORDERS, "--pace", ORDERS_PER_SECOND);
		assertThat(awaitArchived(prefix, 5)).as("in the middle of the play").isLessThan(ORDERS);
		this.system.kill(victim);
		Outcome restarted = this.system.run("restart", victim);
		assertThat(restarted.exit()).as(restarted.output()).isZero();
		JsonNode report = play.end();
		assertThat(report.path("finalStates")).isEqualTo(expected.path("finalStates"));
		assertThat(report.path("eventsPerTopic")).isEqualTo(expected.path("eventsPerTopic"));
		assertThat(report.path("amountPlaced")).isEqualTo(expected.path("amountPlaced"));
	}

	private JsonNode undisturbed() {
		if (undisturbed == null) {
			undisturbed = this.plays.play("CALM-", ORDERS);
			assertThat(undisturbed.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(ORDERS);
		}
		return undisturbed;
	}

	private int awaitArchived(String prefix, int orders) {
		return Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> archived(prefix), (archived) -> archived >= orders);
	}

	private int archived(String prefix) {
		int archived = 0;
		for (JsonNode row : this.gateway.get(Gateway.AUDITOR, "/api/orders?limit=500&after=" + prefix)
			.body()
			.path("items")) {
			archived += row.path("order").asString().startsWith(prefix)
					&& row.path("state").asString().equals("ARCHIVED") ? 1 : 0;
		}
		return archived;
	}

}
