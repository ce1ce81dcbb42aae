package io.gendan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.gendan.acceptance.Gateway.Reply;
import io.gendan.acceptance.LocalSystem.Outcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer is erased in the middle of a play, and each service is killed once: the play
 * ends with the same sums, and nobody tells a name, a telephone or an address of that
 * customer any more.
 */
class ErasureIT {

	private static final int ORDERS = 60;

	private static final String NAME = "欧阳静";

	private static final String STREET = "隐私路 77 号";

	private static final String PHONE = "13900001234";

	private static final String CUSTOMER = "ERA-3";

	private static final String GENERAL_MANAGER = "chen.general-manager";

	private final LocalSystem system = LocalSystem.running();

	private final Plays plays = new Plays(this.system);

	private final Gateway gateway = this.system.gateway();

	@Test
	void anErasedCustomerIsForgottenEverywhereAndTheOrdersGoOn() {
		JsonNode calm = start("UNERASED-", "CALM-ERA-").end();
		register();
		Plays.Running play = start("ERASED-", "ERA-");
		awaitPlaced("ERASED-");
		String order = orderOf(CUSTOMER, "ERASED-");
		String path = "/api/orders/" + order;
		assertThat(this.gateway.get(Gateway.SALES_MANAGER, path).text()).contains(NAME, STREET);
		assertThat(this.gateway.get(Gateway.SALES_MANAGER, path + "/timeline").text()).contains(NAME, STREET);
		String erase = "/api/customers/" + CUSTOMER + "/erase";
		assertThat(this.gateway.post(Gateway.SALES_MANAGER, erase, "{\"cause\":\"CUSTOMER_REQUEST\"}").status())
			.isEqualTo(403);
		Reply erased = this.gateway.post(GENERAL_MANAGER, erase, "{\"cause\":\"CUSTOMER_REQUEST\"}");
		assertThat(erased.status()).as(erased.text()).isEqualTo(200);
		for (String service : LocalSystem.SERVICES) {
			this.system.kill(service);
			Outcome restarted = this.system.run("restart", service);
			assertThat(restarted.exit()).as(restarted.output()).isZero();
		}
		JsonNode report = play.end();
		assertThat(report.path("finalStates")).isEqualTo(calm.path("finalStates"));
		assertThat(report.path("eventsPerTopic")).isEqualTo(calm.path("eventsPerTopic"));
		assertThat(report.path("amountPlaced")).isEqualTo(calm.path("amountPlaced"));
		nobodyTells(order);
		othersAreStillThere();
		nothingStandsInClear();
		JsonNode customer = this.gateway.get(GENERAL_MANAGER, "/api/customers/" + CUSTOMER).body();
		assertThat(customer.path("erased")).isEqualTo(erased.body().path("erased"));
		assertThat(Instant.parse(customer.path("erased").path("goneBy").asString())).isAfter(Instant.now());
		this.gateway.rebuildTimelines();
	}

	private void register() {
		String form = """
				{"number": "%1$s", "name": "%2$s %1$s", "invoiceTitle": "%2$s",
				 "contacts": [{"name": "%2$s", "phone": "%4$s"}],
				 "addresses": [{"country": "CN", "city": "杭州", "address": "%3$s", "receiver": "%2$s"}]}
				""".formatted(CUSTOMER, NAME, STREET, PHONE);
		Reply registered = this.gateway.post(GENERAL_MANAGER, "/api/customers", form);
		assertThat(registered.status()).as(registered.text()).isEqualTo(201);
		String path = "/api/customers/" + CUSTOMER;
		Reply changed = this.gateway.post(GENERAL_MANAGER, path + "/change",
				form.replace("\"number\": \"" + CUSTOMER + "\", ", "").replace("杭州", "宁波"));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(this.gateway.get(GENERAL_MANAGER, path + "/history").text()).contains(NAME, STREET, PHONE);
	}

	private Plays.Running start(String prefix, String customers) {
		return this.plays.start(prefix, Plays.file(ORDERS).replace("C-", customers),
				Plays.mapping(prefix)
					.replace("王芳", NAME)
					.replace("文三路 1 号", STREET)
					.replace("\"客户 {customerId}\"", "\"" + NAME + " {customerId}\""));
	}

	private void awaitPlaced(String prefix) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> rows("/api/orders?limit=500&after=" + prefix).stream()
				.filter((row) -> row.path("order").asString().startsWith(prefix))
				.count() == ORDERS);
	}

	private String orderOf(String customer, String prefix) {
		return rows("/api/orders?limit=500&customerId=" + customer).stream()
			.map((row) -> row.path("order").asString())
			.filter((order) -> order.startsWith(prefix))
			.findFirst()
			.orElseThrow();
	}

	private List<JsonNode> rows(String path) {
		List<JsonNode> rows = new ArrayList<>();
		this.gateway.get(Gateway.AUDITOR, path).body().path("items").forEach(rows::add);
		return rows;
	}

	private void nobodyTells(String order) {
		List<String> paths = List.of("/api/orders/" + order, "/api/orders/" + order + "/timeline",
				"/api/orders?limit=500&customerId=" + CUSTOMER, "/api/reviews/" + order,
				"/api/reviews?limit=500&customerId=" + CUSTOMER, "/api/fulfillments/" + order,
				"/api/fulfillments?limit=500&customerId=" + CUSTOMER, "/api/shipments/" + order,
				"/api/shipments?limit=500&customerId=" + CUSTOMER, "/api/billings/" + order,
				"/api/billings?limit=500&customerId=" + CUSTOMER, "/api/aftersales/" + order,
				"/api/aftersales?limit=500&customerId=" + CUSTOMER, "/api/customers/" + CUSTOMER,
				"/api/customers/" + CUSTOMER + "/history", "/api/customers?limit=500");
		for (String path : paths) {
			for (String user : Gateway.EVERYBODY) {
				Awaitility.await()
					.alias(user + " at " + path)
					.atMost(Duration.ofSeconds(30))
					.untilAsserted(
							() -> assertThat(this.gateway.get(user, path).text()).doesNotContain(NAME, STREET, PHONE));
			}
		}
		assertThat(this.gateway.get(Gateway.AUDITOR, "/api/orders/" + order)
			.body()
			.at("/placed/shipTo/address")
			.asString()).isEqualTo("(erased)");
	}

	private void othersAreStillThere() {
		String other = orderOf("ERA-2", "ERASED-");
		assertThat(this.gateway.get(Gateway.SALES_MANAGER, "/api/orders/" + other).text()).contains(NAME, STREET);
	}

	/** No topic, no file of the broker and no log has ever had them in clear. */
	private void nothingStandsInClear() {
		for (ConsumerRecord<String, byte[]> message : new Topics(this.system.kafka()).read((topic) -> true)) {
			if (message.value() != null) {
				assertThat(new String(message.value(), StandardCharsets.UTF_8)).doesNotContain(NAME, STREET, PHONE);
			}
		}
		try (Stream<Path> files = Stream.concat(Files.walk(this.system.file("data").resolve("broker")),
				Files.walk(this.system.file("run").resolve("logs")))) {
			assertThat(files.filter(Files::isRegularFile).filter(ErasureIT::tells)).isEmpty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean tells(Path file) {
		try {
			String bytes = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
			return Stream.of(NAME, STREET, PHONE)
				.map((text) -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
				.anyMatch(bytes::contains);
		}
		catch (IOException ex) {
			// Tidied meanwhile.
			return false;
		}
	}

}
