package io.gendan.local.player;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.gendan.local.player.Gateway.Reply;
import tools.jackson.databind.JsonNode;

/** The warehouse takes goods in, then the salesperson imports the file. */
final class Importing {

	private static final int ITEMS_PER_RECEIPT = 1000;

	private static final int SHORT_ONE_IN = 100;

	private static final long PAUSE = 300;

	private final Gateway gateway;

	private final OrderFile file;

	Importing(Gateway gateway, OrderFile file) {
		this.gateway = gateway;
		this.file = file;
	}

	/**
	 * Fills the stock with what the file asks for, but for one item in a hundred, so that
	 * some orders need production.
	 */
	void stock() throws IOException, InterruptedException {
		List<Map<String, Object>> lines = new ArrayList<>();
		int receipt = 0;
		for (Map.Entry<String, BigDecimal> item : this.file.items().entrySet()) {
			if (Math.floorMod(item.getKey().hashCode(), SHORT_ONE_IN) != 0 && item.getValue().signum() > 0) {
				lines.add(Map.of("item", item.getKey(), "quantity", item.getValue().toPlainString()));
			}
			if (lines.size() == ITEMS_PER_RECEIPT) {
				receive(lines, receipt++);
				lines.clear();
			}
		}
		if (!lines.isEmpty()) {
			receive(lines, receipt);
		}
	}

	/**
	 * Imports the file and waits for the end.
	 * @return the import's own account of it
	 */
	JsonNode run() throws IOException, InterruptedException {
		String id = start();
		while (true) {
			try {
				Reply reply = this.gateway.get(Person.SALESPERSON, "/api/order-imports/" + id + "?refusedRows=0");
				String state = reply.body().path("state").asString("");
				if (state.equals("DONE")) {
					return this.gateway.get(Person.SALESPERSON, "/api/order-imports/" + id + "?refusedRows=100000")
						.body();
				}
				if (state.equals("FAILED") || state.equals("CANCELLED") || (!reply.done() && !reply.later())) {
					throw new IOException("The import ended with " + reply);
				}
			}
			catch (java.net.ConnectException ex) {
				// The gateway is away for a moment; the import goes on without being
				// watched.
				Thread.sleep(PAUSE);
			}
			Thread.sleep(PAUSE);
		}
	}

	private String start() throws IOException, InterruptedException {
		while (true) {
			Reply reply = this.gateway.upload(Person.SALESPERSON, "/api/order-imports", this.file.content(),
					this.file.mapping());
			if (reply.done()) {
				return reply.body().path("id").asString();
			}
			if (!reply.later()) {
				throw new IOException("The file was refused: " + reply);
			}
			Thread.sleep(PAUSE);
		}
	}

	private void receive(List<Map<String, Object>> lines, int number) throws IOException, InterruptedException {
		String reference = "play-%08x-%08x-%d".formatted(Arrays.hashCode(this.file.content()),
				Arrays.hashCode(this.file.mapping()), number);
		while (true) {
			Reply reply = this.gateway.post(Person.WAREHOUSE, "/api/stock/receipts", reference,
					Map.of("reference", reference, "lines", List.copyOf(lines)));
			if (reply.done()) {
				return;
			}
			if (!reply.later()) {
				throw new IOException("The goods receipt was refused: " + reply);
			}
			Thread.sleep(PAUSE);
		}
	}

}
