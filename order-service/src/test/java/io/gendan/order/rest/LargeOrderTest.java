package io.gendan.order.rest;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import io.gendan.contract.review.OrderReturnedForCorrection;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A large order may go to and fro for long, and ends with a word that a clerk
 * understands.
 */
@GendanIntegrationTest
class LargeOrderTest {

	private static final int ROUNDS = 20;

	private static final int MOST_ROUNDS = 60;

	private static final String FORM = """
			{%s "receivedAt": "2026-03-02T09:00:00+08:00", "channel": "EMAIL",
			 "customer": {"id": "K-100", "name": "杭州西湖礼品有限公司", "contact": "王芳"},
			 "shipTo": {"country": "CN", "city": "杭州", "address": "文三路 1 号"}, "currency": "CNY",
			 "lines": [%s], "requestedDelivery": "2026-04-01", "deliveryMethod": "ROAD", "paymentTerms": "PREPAID",
			 "invoice": {"kind": "ORDINARY", "title": "杭州西湖礼品有限公司"}}
			""";

	@Autowired
	private TestSystem system;

	@Test
	void thousandLinesArePlacedAgainTwentyTimesAndThenRefusedInWords() {
		Caller clerk = this.system.as("zhao", "merchandiser");
		String lines = IntStream.rangeClosed(1, 1000)
			.mapToObj((line) -> ("{\"item\": \"T-%d\", \"description\": \"茶杯 tea cup %d\", \"quantity\": %d, "
					+ "\"unit\": \"PCS\", \"unitPrice\": \"12.30\"}")
				.formatted(line, line, line))
			.collect(Collectors.joining(","));
		Answer placed = clerk.post("/api/orders", FORM.formatted("\"number\": \"LARGE-1\",", lines));
		assertThat(placed.status()).as(placed.text()).isEqualTo(201);
		int round = 1;
		while (placed.status() < 400 && round < MOST_ROUNDS) {
			assertThat(placed.body().at("/placed/lines").size()).isEqualTo(1000);
			returned(clerk, round++);
			placed = clerk.post("/api/orders/LARGE-1/place", FORM.formatted("\"number\": \"LARGE-1\",", lines));
		}
		assertThat(round).isGreaterThan(ROUNDS);
		assertThat(placed.status()).as(placed.text()).isEqualTo(409);
		assertThat(placed.body().at("/code").asString()).isEqualTo("ORDER_LEDGER_FULL");
		assertThat(placed.body().at("/messages/zh").asString()).contains("LARGE-1");
		assertThat(clerk.get("/api/orders/LARGE-1").body().at("/placed/lines").size()).isEqualTo(1000);
		assertThat(clerk.post("/api/orders", FORM.formatted("\"number\": \"SMALL-1\",",
				"{\"item\": \"T\", \"description\": \"t\", \"quantity\": 1, \"unit\": \"PCS\", \"unitPrice\": \"1\"}"))
			.status()).isEqualTo(201);
	}

	private void returned(Caller clerk, int round) {
		this.system.publish(new OrderReturnedForCorrection("LARGE-1", round, "wang",
				List.of(new Correction("requestedDelivery", Personal.of("too early")))));
		Awaitility.await()
			.pollInterval(Duration.ofMillis(50))
			.until(() -> clerk.get("/api/orders/LARGE-1").body().at("/state").asString().equals("RETURNED"));
	}

}
