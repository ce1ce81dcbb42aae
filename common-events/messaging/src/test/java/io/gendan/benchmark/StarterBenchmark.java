package io.gendan.benchmark;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.contract.Actor;
import io.gendan.contract.Service;
import io.gendan.local.broker.LocalBroker;
import io.gendan.local.store.LocalStore;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.StageGateway;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints orders per second, CPU per order (application, broker and store are this one
 * process) and the time until an order stands in the timeline whole: at full speed, and
 * at half of it. Arguments: orders per round, partitions per topic.
 */
public final class StarterBenchmark {

	private static final int BATCH = 100;

	private static final int IN_FLIGHT = 2_000;

	private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private static final int IDLE_SECONDS = 10;

	private final StageGateway<ChainStage.State, String> orders;

	private final ChainTimeline timeline;

	private final PrintStream out;

	private int number;

	private StarterBenchmark(StageGateway<ChainStage.State, String> orders, ChainTimeline timeline, PrintStream out) {
		this.orders = orders;
		this.timeline = timeline;
		this.out = out;
	}

	public static void main(String[] arguments) throws Exception {
		int ordersPerRound = (arguments.length > 0) ? Integer.parseInt(arguments[0]) : 10_000;
		int partitions = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 4;
		Path directory = Files.createTempDirectory("gendan-benchmark");
		List<ConfigurableApplicationContext> services = new ArrayList<>();
		try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"), 0);
				LocalStore store = LocalStore.onDisk(directory.resolve("store"), 0);
				MongoClient mongo = MongoClients.create(store.uri())) {
			ChainTimeline timeline = new ChainTimeline(mongo.getDatabase("order").getCollection("timelines"));
			for (Service service : Service.values()) {
				services
					.add(ChainApplication.start(service, broker.bootstrapServers(), store.uri(), partitions, timeline));
			}
			new StarterBenchmark(ChainApplication.gateway(services.getFirst()), timeline, System.out)
				.run(ordersPerRound);
			services.forEach(ConfigurableApplicationContext::close);
		}
		System.exit(0);
	}

	private void run(int ordersPerRound) throws InterruptedException {
		fullSpeed(ordersPerRound, "warm-up");
		double perSecond = 0;
		for (int round = 1; round <= 3; round++) {
			perSecond = Math.max(perSecond, fullSpeed(ordersPerRound, "full speed " + round));
		}
		atRate(perSecond / 2, 20, "half rate");
		atRate(10, 10, "10 orders/s");
		idle();
	}

	private double fullSpeed(int count, String name) throws InterruptedException {
		Measurement measurement = new Measurement();
		for (int placed = 0; placed < count; placed += BATCH) {
			if (placed >= IN_FLIGHT) {
				this.timeline.await(BATCH);
			}
			place(BATCH);
		}
		this.timeline.await(Math.min(count, IN_FLIGHT));
		return measurement.print(name, count);
	}

	private void atRate(double perSecond, int seconds, String name) throws InterruptedException {
		Measurement measurement = new Measurement();
		long begin = System.nanoTime();
		int placed = 0;
		while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(seconds)) {
			int due = (int) ((System.nanoTime() - begin) / 1e9 * perSecond);
			if (due > placed) {
				place(due - placed);
				placed = due;
			}
			LockSupport.parkNanos(SLICE_NANOS);
		}
		this.timeline.await(placed);
		measurement.print(name, placed);
	}

	private void idle() throws InterruptedException {
		ProcessorTime before = ProcessorTime.now();
		TimeUnit.SECONDS.sleep(IDLE_SECONDS);
		double nanos = ProcessorTime.now().total() - before.total();
		this.out.printf("%-14s %.1f %% of one core%n", "idle", nanos / 1e7 / IDLE_SECONDS);
	}

	private void place(int count) {
		this.orders.executeAll(IntStream.range(0, count)
			.mapToObj((i) -> CommandRequest.of("B-" + this.number++, "place", new Actor("salesperson", "li")))
			.toList());
	}

	/** What happened between two instants. */
	private final class Measurement {

		private final long begin = System.nanoTime();

		private final ProcessorTime cpu = ProcessorTime.now();

		double print(String name, int count) {
			double seconds = (System.nanoTime() - this.begin) / 1e9;
			ProcessorTime now = ProcessorTime.now();
			double cpuMillis = (now.total() - this.cpu.total()) / 1e6;
			List<Long> latencies = StarterBenchmark.this.timeline.takeLatencies();
			StarterBenchmark.this.out.printf(
					"%-14s %6d orders %8.0f orders/s  CPU %.2f ms/order  p50 %d ms  p99 %d ms%n", name, count,
					count / seconds, cpuMillis / count, latencies.get(latencies.size() / 2),
					latencies.get(latencies.size() * 99 / 100));
			StringBuilder parts = new StringBuilder();
			now.since(this.cpu, count).forEach((part, millis) -> parts.append("%s %.2f  ".formatted(part, millis)));
			StarterBenchmark.this.out.printf("%-14s %s%n", "", parts);
			return count / seconds;
		}

	}

}
