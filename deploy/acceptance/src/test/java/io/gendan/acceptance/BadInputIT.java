package io.gendan.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

import io.gendan.acceptance.Gateway.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Whatever a stranger sends: a clear refusal with place and reason, no 500, no stack
 * trace.
 */
class BadInputIT {

	private static final String GOOD = """
			{"customer": {"id": "C-1", "name": "华东电器", "contact": "王芳"},
			 "shipTo": {"country": "CN", "address": "文三路 1 号"}, "currency": "CNY",
			 "channel": "WEB", "requestedDelivery": "2026-12-31", "deliveryMethod": "ROAD", "paymentTerms": "PREPAID",
			 "invoice": {"kind": "ORDINARY", "title": "华东电器"},
			 "lines": [{"item": "P-1", "description": "电机", "quantity": "4", "unit": "pcs", "unitPrice": "12.50"}]}
			""";

	private final LocalSystem system = LocalSystem.running();

	private final Gateway gateway = this.system.gateway();

	@Test
	void aGoodOrderIsTaken() {
		Reply reply = this.gateway.post(Gateway.SALESPERSON, "/api/orders", GOOD);
		assertThat(reply.status()).as(reply.text()).isEqualTo(201);
	}

	@ParameterizedTest
	@MethodSource
	void aBadOrderIsRefusedWithPlaceAndReason(String find, String replace, int status, String place) {
		assertThat(GOOD).contains(find);
		Reply reply = this.gateway.post(Gateway.SALESPERSON, "/api/orders", GOOD.replace(find, replace));
		assertRefused(reply, status);
		assertThat(reply.text()).contains(place);
	}

	static Stream<Arguments> aBadOrderIsRefusedWithPlaceAndReason() {
		return Stream.of(arguments("\"4\"", "\"-4\"", 422, "lines[0].quantity"),
				arguments("\"12.50\"", "\"1e999999999\"", 422, "lines[0].unitPrice"),
				arguments("\"12.50\"", "\"-1\"", 422, "lines[0].unitPrice"),
				arguments("\"12.50\"", "\"NaN\"", 422, "lines[0].unitPrice"),
				arguments("\"12.50\"", "{}", 400, "unitPrice"),
				arguments("\"2026-12-31\"", "\"2026-02-30\"", 422, "requestedDelivery"),
				arguments("\"2026-12-31\"", "\"1926-01-01\"", 422, "requestedDelivery"),
				arguments("\"CNY\"", "\"XXQ\"", 422, "currency"),
				arguments("\"country\": \"CN\"", "\"country\": \"XX\"", 422, "shipTo.country"),
				arguments("\"channel\"", "\"chanel\"", 400, "chanel"),
				arguments("\"PREPAID\"", "\"MAYBE\"", 422, "paymentTerms"),
				arguments("\"lines\": [{", "\"lines\": [", 400, "line"),
				arguments("\"P-1\"", "\"\\u0000\"", 422, "lines[0].item"));
	}

	@Test
	void allErrorsAreToldAtOnce() {
		Reply reply = this.gateway.post(Gateway.SALESPERSON, "/api/orders", "{}");
		assertRefused(reply, 422);
		assertThat(reply.body().path("errors").size()).isGreaterThan(6);
	}

	@Test
	void aHugeBodyIsRefused() {
		Reply reply = this.gateway.post(Gateway.SALESPERSON, "/api/orders",
				"{\"remarks\": \"" + "x".repeat(10_000_000) + "\"}");
		assertRefused(reply, 413);
	}

	@Test
	void aRefusedOrderLeavesNothingBehind() {
		String bad = GOOD.replaceFirst("\\{", "{\"number\": \"NOTHING-1\",").replace("\"4\"", "\"0\"");
		assertRefused(this.gateway.post(Gateway.SALESPERSON, "/api/orders", bad), 422);
		assertThat(this.gateway.get(Gateway.SALESPERSON, "/api/orders/NOTHING-1").status()).isEqualTo(404);
	}

	@Test
	void ofARequestForManyOrdersNothingHappensUnlessAllOfItCanBeRead() {
		String number = this.gateway.post(Gateway.SALESPERSON, "/api/orders", GOOD).body().path("order").asString();
		String good = "{\"order\": \"%s\", \"command\": {\"reason\": \"no longer needed\"}}".formatted(number);
		for (String bad : new String[] { "{\"order\": \"%s\"".formatted(number), "{\"order\": {}}",
				"{\"order\": \"X-1\", \"command\": {\"raeson\": \"a slip\"}}" }) {
			Reply reply = this.gateway.post(Gateway.SALESPERSON, "/api/orders/cancel",
					"{\"items\": [%s, %s]}".formatted(good, bad));
			assertRefused(reply, 400);
		}
		Reply incomplete = this.gateway.post(Gateway.SALESPERSON, "/api/orders/cancel",
				"{\"items\": [%s, {\"order\": \"X-1\"}]}".formatted(good));
		assertRefused(incomplete, 422);
		assertThat(incomplete.text()).contains("items[1].command");
		assertThat(stateOf(number)).isEqualTo("PLACED");
		Reply mixed = this.gateway.post(Gateway.SALESPERSON, "/api/orders/cancel",
				"{\"items\": [{\"order\": \"X-1\", \"command\": {\"reason\": \"never was\"}}, %s]}".formatted(good));
		assertThat(mixed.status()).as(mixed.text()).isEqualTo(200);
		assertThat(mixed.body().path("items")).extracting((line) -> line.path("status").asInt())
			.containsExactly(404, 200);
		assertThat(stateOf(number)).isEqualTo("CANCELLED");
	}

	private String stateOf(String number) {
		return this.gateway.get(Gateway.SALESPERSON, "/api/orders/" + number).body().path("state").asString();
	}

	@Test
	void aByteOrderMarkQuotesAndLineBreaksAreRead() {
		String csv = "\uFEFFno,customer,item,qty,price\n1,C-1,\"ITEM \"\"A\"\"\nsecond line\",2,5.00\n";
		JsonNode done = imported(csv.getBytes(StandardCharsets.UTF_8), "BOM-");
		assertThat(done.path("orders").path("placed").asInt()).as(done.toString()).isEqualTo(1);
	}

	@Test
	void theWrongEncodingIsRefused() {
		String csv = "no,customer,item,qty,price\n1,C-1,电机,2,5.00\n";
		Reply reply = this.gateway.importFile(Gateway.SALESPERSON, csv.getBytes(Charset.forName("GBK")),
				Plays.mapping("GBK-").getBytes(StandardCharsets.UTF_8));
		String answer = reply.text();
		if (reply.status() == 202) {
			answer = await(reply).toString();
		}
		else {
			assertRefused(reply, 422);
		}
		assertThat(answer).contains("ENCODING");
		assertThat(this.gateway.get(Gateway.SALESPERSON, "/api/orders/GBK-1").status()).isEqualTo(404);
	}

	@Test
	void ofHalfAFileNothingIsPlacedThatIsNotWhole() {
		ByteArrayOutputStream half = new ByteArrayOutputStream();
		half.writeBytes("no,customer,item,qty,price\n1,C-1,A,2,5.00\n2,C-1,B,2".getBytes(StandardCharsets.UTF_8));
		JsonNode done = imported(half.toByteArray(), "HALF-");
		assertThat(done.path("orders").path("placed").asInt()).as(done.toString()).isEqualTo(1);
		assertThat(done.path("refusedRows").get(0).path("row").asInt()).isEqualTo(3);
		assertThat(this.gateway.get(Gateway.SALESPERSON, "/api/orders/HALF-2").status()).isEqualTo(404);
	}

	private JsonNode imported(byte[] csv, String prefix) {
		Reply reply = this.gateway.importFile(Gateway.SALESPERSON, csv,
				Plays.mapping(prefix).getBytes(StandardCharsets.UTF_8));
		assertThat(reply.status()).as(reply.text()).isEqualTo(202);
		return await(reply);
	}

	private JsonNode await(Reply started) {
		String path = "/api/order-imports/" + started.body().path("id").asString();
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> !this.gateway.get(Gateway.SALESPERSON, path)
				.body()
				.path("state")
				.asString()
				.equals("RUNNING"));
		return this.gateway.get(Gateway.SALESPERSON, path).body();
	}

	private static void assertRefused(Reply reply, int status) {
		assertThat(reply.status()).as(reply.text()).isEqualTo(status);
		assertThat(reply.code()).isNotEmpty();
		assertThat(reply.body().path("messages").path("zh").asString("")).containsPattern("\\p{IsHan}");
		assertThat(reply.text()).doesNotContain("Exception").doesNotContain("\tat ");
	}

}
