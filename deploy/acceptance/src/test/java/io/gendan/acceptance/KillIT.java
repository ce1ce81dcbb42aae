package io.gendan.acceptance;

import io.gendan.acceptance.LocalSystem.Outcome;
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

	@ParameterizedTest
	@ValueSource(
			strings = { "order", "review", "fulfillment", "logistics", "billing", "aftersales", "store", "broker" })
	void thePlayEndsWithTheSameSums(String victim) {
		JsonNode expected = undisturbed();
		String prefix = "KILL-" + victim + "-";
		Plays.Running play = this.plays.start(prefix, ORDERS, "--pace", ORDERS_PER_SECOND);
		assertThat(this.plays.awaitArchived(prefix, 5)).as("in the middle of the play").isLessThan(ORDERS);
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

}
