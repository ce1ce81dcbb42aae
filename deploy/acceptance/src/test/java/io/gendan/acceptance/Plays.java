package io.gendan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.gendan.acceptance.LocalSystem.Outcome;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Generated order files and their plays. */
public final class Plays {

	private static final String HEADER = "no,customer,item,qty,price\n";

	private final LocalSystem system;

	private final Gateway gateway;

	public Plays(LocalSystem system) {
		this.system = system;
		this.gateway = system.gateway();
	}

	/**
	 * A file of clean orders.
	 * @param orders how many
	 * @return the file; the same for the same number
	 */
	public static String file(int orders) {
		StringBuilder csv = new StringBuilder(HEADER);
		for (int i = 1; i <= orders; i++) {
			for (int line = 0; line <= i % 3; line++) {
				csv.append("%04d,C-%d,ITEM-%d,%d,%d.%02d\n".formatted(i, i % 7, (i * 7 + line) % 120, 1 + i % 9,
						5 + line, i % 100));
			}
		}
		return csv.toString();
	}

	/**
	 * The mapping of such a file.
	 * @param prefix prefix of the order numbers
	 * @return JSON
	 */
	public static String mapping(String prefix) {
		return """
				{"columns": {"number": "no", "customerId": "customer", "item": "item", "quantity": "qty",
				             "unitPrice": "price", "description": "item"},
				 "constants": {"customerName": "客户 {customerId}", "contact": "王芳", "shipToCountry": "CN",
				               "shipToCity": "杭州", "shipToAddress": "文三路 1 号", "unit": "pcs", "currency": "CNY",
				               "deliveryMethod": "ROAD", "invoiceKind": "ORDINARY", "invoiceTitle": "客户 {customerId}",
				               "channel": "IMPORT"},
				 "cycle": {"paymentTerms": ["PREPAID", "CASH_ON_DELIVERY", "MONTHLY"]},
				 "deliveryDays": 30, "orderNumberPrefix": "%s"}
				""".formatted(prefix);
	}

	/**
	 * Starts a play.
	 * @param prefix prefix of its order numbers
	 * @param orders how many
	 * @param options more options of the command
	 * @return the play, under way
	 */
	public Running start(String prefix, int orders, String... options) {
		return start(prefix, file(orders), mapping(prefix), options);
	}

	/**
	 * Starts a play of a file.
	 * @param prefix prefix of its order numbers
	 * @param file CSV
	 * @param form its mapping
	 * @param options more options of the command
	 * @return the play, under way
	 */
	Running start(String prefix, String file, String form, String... options) {
		Path csv = write(prefix + ".csv", file);
		Path mapping = write(prefix + ".json", form);
		Path report = this.system.file(prefix + "-report.json");
		List<String> arguments = new ArrayList<>(
				List.of(csv.toString(), "--mapping", mapping.toString(), "--report", report.toString()));
		arguments.addAll(List.of(options));
		return new Running(this.system.start("play", arguments.toArray(String[]::new)), report);
	}

	/**
	 * Plays to the end.
	 * @param prefix prefix of its order numbers
	 * @param orders how many
	 * @param options more options of the command
	 * @return the report
	 */
	public JsonNode play(String prefix, int orders, String... options) {
		return start(prefix, orders, options).end();
	}

	/**
	 * Plays a file.
	 * @param arguments arguments of the command, without the report
	 * @param report name of the report
	 * @return the report
	 */
	JsonNode play(String report, String... arguments) {
		Path target = this.system.file(report);
		String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
		all[arguments.length] = "--report";
		all[arguments.length + 1] = target.toString();
		Outcome outcome = this.system.run("play", all);
		assertThat(outcome.exit()).as(outcome.output()).isZero();
		return read(target);
	}

	/**
	 * Waits until a play has come so far that there are orders at every stage.
	 * @param prefix prefix of its order numbers
	 * @param orders how many must lie in the archive
	 * @return how many do
	 */
	public int awaitArchived(String prefix, int orders) {
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

	private Path write(String name, String content) {
		try {
			return Files.writeString(this.system.file(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode read(Path report) {
		return new JsonMapper().readTree(report.toFile());
	}

	/**
	 * A play under way.
	 *
	 * @param process its process
	 * @param report where its report will be
	 */
	public record Running(Process process, Path report) {

		public JsonNode end() {
			try {
				String output = new String(this.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(this.process.waitFor()).as(output).isZero();
				return read(this.report);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}

	}

}
