package io.gendan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Measures the budgets and prints them beside what was allowed. It judges nothing:
 * machines differ. Run it with {@code deploy/acceptance/budgets}.
 */
class BudgetsReport {

	private static final int ORDERS = 600;

	private static final int WARM_UP = 2000;

	private static final int WARM = 1000;

	private static final int SINGLE = 600;

	private static final int PACED = 400;

	private static final int READS = 500;

	private static final Duration IDLE = Duration.ofSeconds(30);

	/** The percentiles are those of the last two minutes. */
	private static final Duration FORGETTING = Duration.ofMinutes(2);

	private static final List<String> PROCESSES = List.of("broker", "store", "edge", "order", "review", "fulfillment",
			"logistics", "billing", "aftersales");

	private final LocalSystem system = LocalSystem.running();

	private final Gateway gateway = this.system.gateway();

	private final List<String> lines = new ArrayList<>();

	@Test
	void measure() {
		line("all healthy after up", "%.1f s".formatted(this.system.startAnew()), "30 s");
		Plays plays = new Plays(this.system);
		play("right after the start", plays.play("BUDGET-", ORDERS));
		plays.play("WARMUP-", WARM_UP);
		JsonNode warm = plays.play("WARM-", WARM);
		play("warm", warm);
		plays.play("SINGLE-WARMUP-", SINGLE, "--at-once", "1");
		play("warm, each command a request of its own", plays.play("SINGLE-", SINGLE, "--at-once", "1"));
		double half = warm.path("ordersPerSecond").asDouble() / 2;
		Awaitility.await().pollDelay(FORGETTING).atMost(FORGETTING.multipliedBy(2)).until(() -> true);
		JsonNode paced = plays.play("PACED-", PACED, "--pace", "%.1f".formatted(half));
		line("commit to timeline at %.1f orders/s".formatted(half), lag(paced), "p99 500 ms at half load");
		line("timeline of one order, p99", "%.1f ms".formatted(timelineReads()), "20 ms");
		line("timeline rebuild", rebuild() + " events/s", "20000 events/s");
		PROCESSES.forEach((name) -> line("resident memory of " + name, residentMegabytes(name) + " MB",
				PROCESSES.indexOf(name) > 2 ? "300 MB" : ""));
		line("CPU of the idle system", "%.1f %% of one core".formatted(idlePercent()), "10 %");
		System.out.println();
		this.lines.forEach(System.out::println);
	}

	private void play(String when, JsonNode report) {
		line("whole lifecycles through REST, " + when, report.path("ordersPerSecond").asString() + " orders/s",
				"100 orders/s");
		line("  commit to timeline", lag(report), "");
		line("  CPU", report.path("cpuSeconds").toString() + " s", "");
	}

	private static String lag(JsonNode report) {
		JsonNode lag = report.path("commitToTimelineMs");
		return "p50 %s, p95 %s, p99 %s ms".formatted(lag.path("p50"), lag.path("p95"), lag.path("p99"));
	}

	private double timelineReads() {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < READS; i++) {
			long start = System.nanoTime();
			this.gateway.get(Gateway.AUDITOR, "/api/orders/BUDGET-%04d/timeline".formatted(1 + i % ORDERS));
			millis.add((System.nanoTime() - start) / 1e6);
		}
		millis.sort(null);
		return millis.get(READS * 99 / 100);
	}

	private String rebuild() {
		this.gateway.post(Gateway.OPERATOR, "/api/timeline/rebuild", "");
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> this.gateway.get(Gateway.AUDITOR, "/api/timeline/rebuild")
				.body()
				.path("state")
				.asString()
				.equals("DONE"));
		return this.gateway.get(Gateway.AUDITOR, "/api/timeline/rebuild").body().path("eventsPerSecond").asString();
	}

	private double idlePercent() {
		Map<String, Duration> before = cpu();
		long start = System.nanoTime();
		Awaitility.await().pollDelay(IDLE).atMost(IDLE.multipliedBy(2)).until(() -> true);
		double wall = (System.nanoTime() - start) / 1e9;
		Map<String, Duration> after = cpu();
		double used = after.entrySet()
			.stream()
			.mapToDouble((entry) -> entry.getValue().minus(before.get(entry.getKey())).toMillis() / 1e3)
			.sum();
		return 100 * used / wall;
	}

	private Map<String, Duration> cpu() {
		Map<String, Duration> cpu = new TreeMap<>();
		PROCESSES.forEach(
				(name) -> cpu.put(name, this.system.process(name).info().totalCpuDuration().orElse(Duration.ZERO)));
		return cpu;
	}

	private long residentMegabytes(String name) {
		Path status = Path.of("/proc", Long.toString(this.system.process(name).pid()), "status");
		try {
			return Files.readAllLines(status)
				.stream()
				.filter((text) -> text.startsWith("VmRSS"))
				.mapToLong((text) -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void line(String what, String measured, String budget) {
		this.lines.add("%-48s %s%s".formatted(what, measured, budget.isEmpty() ? "" : "   (budget " + budget + ")"));
	}

}
