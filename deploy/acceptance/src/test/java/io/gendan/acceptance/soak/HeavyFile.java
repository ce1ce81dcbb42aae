package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.gendan.acceptance.Gateway;
import io.gendan.acceptance.Gateway.Reply;
import io.gendan.acceptance.Plays;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * Somebody imports a file that was made to be heavy. It is refused, whole or row by row.
 *
 * @param weight what makes it heavy
 */
record HeavyFile(Weight weight) implements Disturbance {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** What makes a file heavy. */
	enum Weight {

		/** Half a million rows under one number. */
		ONE_ORDER,

		/** Rows of which one cell is larger than a page. */
		WIDE_CELLS,

		/** One cell that is the whole file. */
		ONE_CELL

	}

	@Override
	public List<String> happen(Scene scene) {
		byte[] mapping = Plays.mapping("HEAVY-" + this.weight + "-").getBytes(StandardCharsets.UTF_8);
		Reply reply = scene.gateway().importFile(Gateway.SALESPERSON, csv(), mapping);
		if (reply.status() != 202) {
			return (reply.status() < 500) ? List.of() : List.of(this + " was answered by " + reply);
		}
		String path = "/api/order-imports/" + reply.body().path("id").asString();
		try {
			JsonNode done = Awaitility.await()
				.atMost(PATIENCE)
				.until(() -> scene.gateway().get(Gateway.SALESPERSON, path).body(),
						(body) -> List.of("DONE", "FAILED", "CANCELLED").contains(body.path("state").asString("")));
			return (done.path("orders").path("placed").asInt(0) == 0) ? List.of()
					: List.of(this + " placed orders: " + done);
		}
		catch (ConditionTimeoutException ex) {
			return List.of("%s did not end: %s".formatted(this, scene.gateway().get(Gateway.SALESPERSON, path).text()));
		}
	}

	private byte[] csv() {
		String header = "no,customer,item,qty,price\n";
		String rows = switch (this.weight) {
			case ONE_ORDER -> "1,C-1,ITEM-1,1,5.00\n".repeat(500_000);
			case WIDE_CELLS -> ("1,C-1," + "x".repeat(310_000) + ",1,5.00\n").repeat(30);
			case ONE_CELL -> "1,C-1,\"" + "x".repeat(9_000_000) + "\",1,5.00\n";
		};
		return (header + rows).getBytes(StandardCharsets.UTF_8);
	}

}
