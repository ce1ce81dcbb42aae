package io.gendan.acceptance.soak;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.gendan.acceptance.Gateway;
import io.gendan.acceptance.LocalSystem;
import io.gendan.acceptance.Plays;
import io.gendan.acceptance.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hard night: orders are played while processes die and stand still, topics grow, heavy
 * files come in and strangers write to the topics and to the gateway. At its end all
 * orders lie in the archive, and a judge reads the topics. Run it with
 * {@code deploy/acceptance/soak}; the same seed draws the same disturbances.
 */
class Soak {

	private static final int ORDERS = 150;

	private static final String ORDERS_PER_SECOND = "5";

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private final long seed = Long.getLong("gendan.soak.seed", 20261126);

	private final Duration length = Duration.ofMinutes(Long.getLong("gendan.soak.minutes", 30));

	private final Random random = new Random(this.seed);

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Scene scene = new Scene(this.system);

	private final SoakReport report = new SoakReport();

	private int played;

	private CompletableFuture<JsonNode> play = CompletableFuture.completedFuture(null);

	@Test
	void aHardNightLeavesNothingWrong() {
		while (this.report.seconds() < this.length.toSeconds()) {
			if (this.play.isDone()) {
				ended();
				start();
			}
			this.scene.pass(2 + this.random.nextInt(6));
			disturb(Disturbance.draw(this.random));
		}
		ended();
		drained();
		Judgment judgment = judged();
		this.report.sumUp(this.seed, this.played, this.scene.forged().size(), judgment);
		assertThat(this.report.faults()).as("seed %d", this.seed).isEmpty();
	}

	private void start() {
		String prefix = prefix(this.played++);
		Plays.Running running = this.plays.start(prefix, ORDERS, "--pace", ORDERS_PER_SECOND);
		this.play = CompletableFuture.supplyAsync(running::end, (task) -> Thread.ofVirtual().start(task));
		// A command that starts what is down must not meet a process that is being
		// killed.
		Awaitility.await()
			.atMost(PATIENCE)
			.ignoreExceptions()
			.until(() -> this.play.isDone()
					|| this.scene.gateway().get(Gateway.AUDITOR, "/api/orders/" + prefix + "0001").status() == 200);
		this.report.say("play " + prefix + " has begun");
	}

	private void ended() {
		if (this.played == 0) {
			return;
		}
		String prefix = prefix(this.played - 1);
		try {
			JsonNode told = this.play.join();
			this.report.say("play %s has ended: %s".formatted(prefix, told.path("finalStates")));
			if (told.path("finalStates").path("ARCHIVED").asInt() != ORDERS) {
				this.report.fault("play %s did not end in the archive: %s, told %s".formatted(prefix,
						told.path("finalStates"), told.path("failures")));
			}
		}
		catch (CompletionException ex) {
			this.report.fault("play %s: %s".formatted(prefix, ex.getCause()));
		}
		this.scene.archive("SOAK-");
	}

	private void disturb(Disturbance disturbance) {
		try {
			disturbance.happen(this.scene).forEach(this.report::fault);
		}
		catch (RuntimeException ex) {
			this.report.fault("%s: %s".formatted(disturbance, ex));
		}
		double start = this.report.seconds();
		try {
			Awaitility.await().atMost(PATIENCE).until(() -> this.system.run("status").exit() == 0);
		}
		catch (ConditionTimeoutException ex) {
			this.report.fault("not ready after %s:%n%s".formatted(disturbance, this.system.run("status").output()));
			this.system.run("up");
		}
		this.report.disturbed(disturbance, this.report.seconds() - start);
	}

	private void drained() {
		try {
			Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> Backlog.of(this.system) == 0);
		}
		catch (ConditionTimeoutException ex) {
			this.report.fault("the outbox backlog is " + Backlog.of(this.system));
		}
	}

	private Judgment judged() {
		Map<Place, ForgedEvent> forged = this.scene.forged();
		Set<Place> silent = new HashSet<>(forged.keySet());
		silent.removeIf((place) -> !forged.get(place).kind().deadly());
		List<ConsumerRecord<String, byte[]>> all = new Topics(this.system.kafka())
			.read((topic) -> Topics.ALL.contains(topic) || topic.contains(".dead."));
		all.stream()
			.filter((message) -> message.topic().contains(".dead."))
			.forEach((letter) -> silent.remove(Place.ofOriginal(letter)));
		silent.forEach((place) -> this.report
			.fault("nobody laid %s to the dead letters, at %s".formatted(forged.get(place), place)));
		Judgment judgment = new TopicsJudge(forged.keySet()).judge(all);
		judgment.faults().forEach((fault) -> this.report.fault(fault.toString()));
		Map<String, BigDecimal> totals = OrderTotals.of(Plays.file(ORDERS));
		for (int i = 0; i < this.played; i++) {
			String prefix = prefix(i);
			totals.forEach((number, total) -> compare(prefix + number, total, judgment));
		}
		judgment.orders().forEach((order, story) -> {
			if (!order.startsWith("FOREIGN-") && !story.ended()) {
				this.report.fault(order + " did not come to its end");
			}
		});
		return judgment;
	}

	private void compare(String order, BigDecimal total, Judgment judgment) {
		OrderStory story = judgment.orders().get(order);
		if (story == null) {
			this.report.fault(order + " was never placed");
		}
		else if (story.placed().compareTo(total) != 0) {
			this.report
				.fault("%s is worth %s in the file and %s on the topics".formatted(order, total, story.placed()));
		}
	}

	private static String prefix(int play) {
		return "SOAK-%03d-".formatted(play);
	}

}
