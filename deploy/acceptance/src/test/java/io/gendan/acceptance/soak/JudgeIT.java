package io.gendan.acceptance.soak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.gendan.acceptance.LocalSystem;
import io.gendan.acceptance.LocalSystem.Outcome;
import io.gendan.acceptance.Plays;
import io.gendan.acceptance.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stranger who reads the topics with nothing but the documentation finds nothing wrong,
 * whatever the tests before this one did to the system.
 */
class JudgeIT {

	private static final int ORDERS = 40;

	/** So that there are orders at every stage when the victim falls. */
	private static final String ORDERS_PER_SECOND = "5";

	private final LocalSystem system = LocalSystem.running();

	@Test
	void aStrangerFindsNothingWrongOnTheTopics() {
		Plays plays = new Plays(this.system);
		Plays.Running play = plays.start("JUDGE-", ORDERS, "--pace", ORDERS_PER_SECOND);
		assertThat(plays.awaitArchived("JUDGE-", 1)).as("in the middle of the play").isLessThan(ORDERS);
		this.system.kill("billing");
		Outcome restarted = this.system.run("restart", "billing");
		assertThat(restarted.exit()).as(restarted.output()).isZero();
		play.end();
		List<ConsumerRecord<String, byte[]>> all = new Topics(this.system.kafka())
			.read((topic) -> Topics.ALL.contains(topic) || topic.contains(".dead."));

		Judgment judgment = new TopicsJudge(poison(all)).judge(all);

		assertThat(judgment.faults()).as(judgment.summary()).isEmpty();
		assertThat(judgment.orders()
			.entrySet()
			.stream()
			.filter((order) -> order.getKey().startsWith("JUDGE-") && order.getValue().archived())).hasSize(ORDERS);
	}

	/** What the tests of disorder leave on the topics. */
	private static Set<Place> poison(List<ConsumerRecord<String, byte[]>> all) {
		Set<Place> poison = new HashSet<>();
		all.stream()
			.filter((message) -> !message.topic().contains(".dead.") && message.headers().lastHeader("ce_id") == null)
			.forEach((message) -> poison.add(Place.of(message)));
		return poison;
	}

}
