package io.gendan.acceptance;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Under load, two instances of the order service share the work, all topics get twice as
 * many partitions, and one instance is killed: no letter dies, every order ends.
 */
class TwoInstancesIT {

	private static final int ORDERS = 400;

	private static final String ORDERS_PER_SECOND = "15";

	private static final Pattern CONSUMED = Pattern.compile("(?m)^gendan_events_consumed_total\\{");

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Topics topics = new Topics(this.system.kafka());

	@Test
	void noLetterDiesAndEveryOrderEnds() throws ExecutionException, InterruptedException {
		int dead = dead();
		Process twin = this.system.twin("order");
		await("the second instance answers", () -> !this.system.twinMetrics().isEmpty());
		Plays.Running play = this.plays.start("TWINS-", ORDERS, "--pace", ORDERS_PER_SECOND);
		this.plays.awaitArchived("TWINS-", 5);
		doublePartitions();
		await("the second instance takes its share", () -> CONSUMED.matcher(this.system.twinMetrics()).find());
		assertThat(this.plays.awaitArchived("TWINS-", ORDERS / 3)).as("in the middle of the play").isLessThan(ORDERS);
		twin.destroyForcibly().onExit().join();
		JsonNode report = play.end();
		assertThat(report.path("finalStates").path("ARCHIVED").asInt()).isEqualTo(ORDERS);
		assertThat(dead()).isEqualTo(dead);
		this.system.gateway().rebuildTimelines();
	}

	private static void await(String what, Callable<Boolean> condition) {
		Awaitility.await(what).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200)).until(condition);
	}

	private void doublePartitions() throws ExecutionException, InterruptedException {
		try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, this.system.kafka()))) {
			admin
				.createPartitions(admin.describeTopics(Topics.ALL)
					.allTopicNames()
					.get()
					.values()
					.stream()
					.collect(Collectors.toMap(TopicDescription::name,
							(topic) -> NewPartitions.increaseTo(2 * topic.partitions().size()))))
				.all()
				.get();
		}
	}

	private int dead() {
		return this.topics.read((topic) -> topic.contains(".dead.")).size();
	}

}
