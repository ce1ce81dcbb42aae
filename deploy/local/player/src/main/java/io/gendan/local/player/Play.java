package io.gendan.local.player;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import io.gendan.contract.AboutOrder;
import io.gendan.contract.Envelope;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.local.player.Gateway.Reply;
import io.gendan.local.player.Story.Mark;
import tools.jackson.databind.JsonNode;

/** One play from the import to the last archived order. */
final class Play {

	private static final long TICK = 200;

	private static final long STUCK_MILLIS = 180_000;

	private static final int PAGE = 500;

	private final Options options;

	private final OrderFile file;

	private final Gateway gateway;

	private final Cast cast;

	private final Map<Service, AtomicLong> events = new ConcurrentHashMap<>();

	private final Progress progress;

	private final PrintStream out;

	private volatile long lastEvent = System.currentTimeMillis();

	Play(Options options, OrderFile file, PrintStream out) {
		this.options = options;
		this.file = file;
		this.out = out;
		this.gateway = new Gateway(options.gateway());
		this.cast = new Cast(this.gateway, new Script(options.seed()), new Pace(options.pace()), options.atOnce());
		this.progress = new Progress(out);
	}

	Report run() throws IOException, InterruptedException {
		this.gateway.login();
		CpuTimes cpu = new CpuTimes(this.options.run());
		CountDownLatch caughtUp = new CountDownLatch(1);
		EventStream stream = new EventStream(this.options.kafka(), this.file.orders(), this::happened);
		Thread reader = Thread.ofPlatform().daemon().name("events").start(() -> stream.follow(caughtUp::countDown));
		caughtUp.await();
		Set<String> endedBefore = ended();
		Importing importing = new Importing(this.gateway, this.file);
		importing.stock();
		long start = System.nanoTime();
		this.cast.wake();
		JsonNode imported = importing.run();
		saveRefused(imported);
		JsonNode counts = imported.path("orders");
		int expected = counts.path("placed").asInt() + counts.path("alreadyKnown").asInt();
		boolean whole = awaitEnd(expected);
		double seconds = (System.nanoTime() - start) / 1e9;
		stream.stop();
		reader.join();
		Report report = report(imported, (ended().size() - endedBefore.size()) / seconds, seconds, cpu);
		if (!whole) {
			this.out.println("Some orders have stopped moving 有订单停滞不前:");
			mine().stream().filter((story) -> !story.ended()).limit(PAGE).forEach(this.out::println);
		}
		return report;
	}

	private void saveRefused(JsonNode imported) throws IOException, InterruptedException {
		if (this.options.run() != null && imported.path("orders").path("refused").asInt() > 0) {
			Path target = this.options.run().resolve("refused-rows.csv");
			this.gateway.download(Person.SALESPERSON,
					"/api/order-imports/%s/refused.csv".formatted(imported.path("id").asString()), target);
			this.out.println("Refused rows, to be mended and played again 被拒行（可修正后重新导入）: " + target);
		}
	}

	private void happened(Envelope envelope, GendanEvent event) {
		this.lastEvent = System.currentTimeMillis();
		this.events.computeIfAbsent(envelope.source(), (key) -> new AtomicLong()).incrementAndGet();
		if (event instanceof AboutOrder about) {
			this.cast.happened(about);
		}
	}

	private boolean awaitEnd(int expected) throws InterruptedException {
		while (true) {
			List<Story> stories = mine();
			this.progress.show(stories, expected);
			if (stories.stream().filter(Story::ended).count() >= expected) {
				this.progress.end();
				return true;
			}
			if (System.currentTimeMillis() - this.lastEvent > STUCK_MILLIS) {
				this.progress.end();
				return false;
			}
			Thread.sleep(TICK);
		}
	}

	private List<Story> mine() {
		return List.copyOf(this.cast.stories().values());
	}

	private Set<String> ended() {
		Set<String> ended = new HashSet<>();
		mine().stream().filter((story) -> story.has(Mark.ARCHIVED)).forEach((story) -> ended.add(story.order()));
		return ended;
	}

	private Report report(JsonNode imported, double ordersPerSecond, double seconds, CpuTimes cpu)
			throws IOException, InterruptedException {
		JsonNode counts = imported.path("orders");
		List<JsonNode> refusedRows = new ArrayList<>();
		imported.path("refusedRows").forEach(refusedRows::add);
		Map<String, Long> perTopic = new TreeMap<>();
		this.events.forEach((service, count) -> perTopic.put(service.topic(), count.get()));
		return new Report(
				new Report.Counts(counts.path("inFile").asInt(), counts.path("placed").asInt(),
						counts.path("alreadyKnown").asInt(), counts.path("refused").asInt()),
				refusedRows, finalStates(), perTopic, TimelineLag.read(this.gateway, this.options.metrics()),
				Math.round(ordersPerSecond * 10) / 10.0, cpu.used(), imported.path("amountPlaced"),
				Math.round(seconds * 10) / 10.0, List.copyOf(this.cast.failures()));
	}

	/**
	 * The states as order-service itself tells them, of the orders of this file. Only the
	 * part of the list is read where they stand, however many others are there.
	 */
	private Map<String, Integer> finalStates() throws IOException, InterruptedException {
		Map<String, Integer> states = new TreeMap<>();
		NavigableSet<String> mine = new TreeSet<>(this.file.orders());
		if (mine.isEmpty()) {
			return states;
		}
		String first = URLEncoder.encode(mine.first(), StandardCharsets.UTF_8).replace("+", "%20");
		count(this.gateway.get(Person.AUDITOR, "/api/orders/" + first).body(), mine, states);
		String after = mine.first();
		while (!after.isEmpty() && after.compareTo(mine.last()) < 0) {
			Reply page = this.gateway.get(Person.AUDITOR,
					"/api/orders?limit=" + PAGE + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
			page.body().path("items").forEach((row) -> count(row, mine, states));
			after = page.body().path("next").asString("");
		}
		return states;
	}

	private static void count(JsonNode order, Set<String> mine, Map<String, Integer> states) {
		if (mine.contains(order.path("order").asString(""))) {
			states.merge(order.path("state").asString(), 1, Integer::sum);
		}
	}

}
