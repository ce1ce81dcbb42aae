package io.gendan.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Shows how the system behaves as orders pile up: cost of an order, pages of lists, size
 * on disk, memory, end and start. It judges nothing: machines differ. Run it with
 * {@code deploy/acceptance/growth}.
 */
class GrowthReport {

	private static final String PREFIX = "GROWTH-";

	private static final int PLAYED = 3000;

	private static final int MEASURED = 300;

	private static final int READS = 20;

	private static final Map<String, String> LISTS = lists();

	private final LocalSystem system = LocalSystem.running();

	private final Gateway gateway = this.system.gateway();

	private final List<String> lines = new ArrayList<>();

	@Test
	void measure() {
		long orders = Long.getLong("gendan.growth", 100_000);
		line("The first %,d orders are played through REST, the others are copies of their documents under other"
			.formatted(PLAYED));
		line("numbers, written straight into the store. An order costs what %d more, played, use of the processors."
			.formatted(MEASURED));
		Plays plays = new Plays(this.system);
		plays.play(PREFIX, PLAYED);
		cost(plays, "EARLY-");
		try (Filling filling = new Filling(store(), PREFIX)) {
			show(filling);
			int round = 0;
			for (long step : new long[] { orders / 10, orders / 3, orders }) {
				while (filling.stored() < step) {
					filling.copy(round++, step - filling.stored());
				}
				show(filling);
			}
		}
		cost(plays, "LATE-");
		endAndStart();
		try (Filling filling = new Filling(store(), PREFIX)) {
			show(filling);
		}
		System.out.println();
		this.lines.forEach(System.out::println);
	}

	private void cost(Plays plays, String prefix) {
		JsonNode report = plays.play(prefix, MEASURED);
		double all = 0;
		for (JsonNode seconds : report.path("cpuSeconds")) {
			all += seconds.asDouble();
		}
		line("  an order costs %.1f ms of the processors, %.1f of them the store's (%s orders/s)".formatted(
				1000 * all / MEASURED, 1000 * report.path("cpuSeconds").path("store").asDouble() / MEASURED,
				report.path("ordersPerSecond").asString()));
	}

	private void show(Filling filling) {
		long stored = filling.stored();
		line("%,d orders stored".formatted(stored));
		LISTS.forEach((name, path) -> line("  first page of %-28s %s".formatted(name, pages(path))));
		long bytes = tidied();
		line("  on disk after tidying %,d MB, %.1f KB per order; resident %,d MB".formatted(bytes / 1_000_000,
				bytes / 1000.0 / stored, residentMegabytes()));
	}

	private String pages(String path) {
		List<Double> millis = new ArrayList<>();
		for (int i = 0; i < READS; i++) {
			long start = System.nanoTime();
			Gateway.Reply reply = this.gateway.get(Gateway.AUDITOR, path);
			millis.add((System.nanoTime() - start) / 1e6);
			if (reply.status() != 200) {
				throw new IllegalStateException(path + ": " + reply.text());
			}
		}
		double first = millis.getFirst();
		millis.sort(null);
		return "first %.0f ms, median %.0f ms, slowest %.0f ms".formatted(first, millis.get(READS / 2),
				millis.getLast());
	}

	private void endAndStart() {
		long start = System.nanoTime();
		LocalSystem.Outcome down = this.system.run("down");
		double seconds = (System.nanoTime() - start) / 1e9;
		line("  down after %.1f s, %s".formatted(seconds,
				down.output().contains("killing") ? "BY FORCE:\\n" + down.output() : "without force"));
		line("  up again after %.1f s".formatted(this.system.startAnew()));
	}

	/** Size of the store's files when it has not changed for some seconds. */
	private long tidied() {
		long[] last = { -1 };
		Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(5)).until(() -> {
			long now = bytesOnDisk();
			boolean settled = now == last[0];
			last[0] = now;
			return settled;
		});
		return last[0];
	}

	/** Five ports after the broker. */
	private String store() {
		int broker = Integer.parseInt(this.system.kafka().substring(this.system.kafka().indexOf(':') + 1));
		return "mongodb://127.0.0.1:" + (broker + 5);
	}

	private long residentMegabytes() {
		Path status = Path.of("/proc", Long.toString(this.system.process("store").pid()), "status");
		try (Stream<String> texts = Files.lines(status)) {
			return texts.filter((text) -> text.startsWith("VmRSS"))
				.mapToLong((text) -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private long bytesOnDisk() {
		try (Stream<Path> files = Files.walk(this.system.file("data/store/documents"))) {
			return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void line(String line) {
		this.lines.add(line);
	}

	private static Map<String, String> lists() {
		Map<String, String> lists = new LinkedHashMap<>();
		lists.put("all orders", "/api/orders?limit=50");
		lists.put("archived orders", "/api/orders?state=ARCHIVED&limit=50");
		lists.put("orders of a state nobody has", "/api/orders?state=CANCELLED&limit=50");
		lists.put("orders of a customer", "/api/orders?customerId=C-3&limit=50");
		lists.put("orders of an unknown customer", "/api/orders?customerId=C-99&limit=50");
		lists.put("open orders of a customer", "/api/orders?customerId=C-3&state=PLACED&limit=50");
		lists.put("shipments of a customer", "/api/shipments?customer=C-5&limit=50");
		lists.put("orders from the middle on", "/api/orders?state=ARCHIVED&limit=50&after=COPY-010-2000");
		return lists;
	}

}
