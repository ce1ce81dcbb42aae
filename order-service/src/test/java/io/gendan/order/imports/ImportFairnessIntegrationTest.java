package io.gendan.order.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import io.gendan.testing.Answer;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** One user's file holds back nobody else's, and none for ever (ORD-6). */
@GendanIntegrationTest
class ImportFairnessIntegrationTest {

	private static final Uploader LI = new Uploader(new Actor("salesperson", "li"), Visibility.EVERYTHING);

	@Autowired
	private TestSystem system;

	@Autowired
	private ImportStore store;

	@Autowired
	private ImportWorker worker;

	@Autowired
	private ImportClaims claims;

	@Autowired
	private MongoDatabaseFactory mongo;

	@Test
	void aShortFileOvertakesALongOneThatCanBeCancelled() {
		Caller sales = this.system.as("li", "salesperson");
		Caller other = this.system.as("zhao", "salesperson");
		Answer slow = upload(sales, orders("LONG", 40_000));
		Answer quick = upload(other, orders("SHORT", 3));
		String slowAddress = slow.headers().firstValue("Location").orElseThrow();
		String quickAddress = quick.headers().firstValue("Location").orElseThrow();
		await(() -> state(other, quickAddress).equals("DONE"));
		assertThat(other.post(slowAddress + "/cancel", "").status()).isEqualTo(403);
		Answer cancelled = sales.post(slowAddress + "/cancel", "");
		assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
		assertThat(cancelled.body().at("/state").asString()).isEqualTo("CANCELLED");
		JsonNode after = sales.get(slowAddress).body();
		assertThat(after.at("/orders/placed").asInt()).isLessThan(40_000);
		assertThat(sales.post(slowAddress + "/cancel", "").status()).as("asked again").isEqualTo(200);
		assertThat(other.post(quickAddress + "/cancel", "").status()).isEqualTo(409);
		assertThat(sales.post("/api/order-imports/none/cancel", "").status()).isEqualTo(404);
	}

	@Test
	void aFileThatFailsIsGivenUpAfterASetNumberOfTries() {
		Instant now = Instant.now();
		ImportRecord lost = new ImportRecord("lost", ImportKind.ORDERS, ImportState.RUNNING, 1, LI, "lost.csv", "lost",
				1, ImportFixtures.MAPPING, now, 1, 1, 0, 0, 0, 0, 0, 0, Map.of(), now, null, null);
		this.mongo.getMongoDatabase()
			.getCollection("order_imports")
			.insertOne(ImportDocuments.document(lost).append("attempts", 4));
		await(() -> {
			this.worker.wake();
			return this.store.find("lost").orElseThrow().state() == ImportState.FAILED;
		});
		assertThat(this.store.find("lost").orElseThrow().failure()).startsWith("5 tries").contains("Piece 0");
		assertThat(this.claims.take("lost")).isEmpty();
	}

	@Test
	void aWorkerThatWasTakenForDeadWritesNothing() throws IOException {
		FileContent content = ImportFixtures.file(ImportFixtures.HEADER + "FENCE-1,T-1,CUP,2,1.25,2026-02-01,17,GB\n");
		ImportRecord record = new ImportRecord("fenced", ImportKind.ORDERS, ImportState.CANCELLED, 1, LI, "f.csv",
				"fenced", this.store.keep("fenced", content), ImportFixtures.MAPPING, Instant.now(), 1, 1, 0, 0, 0, 0,
				0, 0, Map.of(), Instant.now(), null, null);
		this.store.insert(record);
		ImportClaim paused = new ImportClaim(record, "somebody who was paused", 0);
		ImportCounts counts = new ImportCounts();
		counts.rows(1);
		counts.refused();
		assertThat(this.claims.progress(paused, counts)).isFalse();
		this.claims.finish(paused, counts);
		assertThat(this.store.find("fenced").orElseThrow())
			.matches((kept) -> kept.state() == ImportState.CANCELLED && kept.refused() == 0);
	}

	@Test
	void importsAreListedPageByPage() {
		Caller sales = this.system.as("li", "salesperson");
		Set<String> started = new HashSet<>();
		for (int file = 0; file < 3; file++) {
			started.add(upload(sales, orders("PAGE-" + file, 1)).body().at("/id").asString());
		}
		Set<String> listed = new HashSet<>();
		JsonNode page = sales.get("/api/order-imports?limit=2").body();
		while (true) {
			StreamSupport.stream(page.at("/imports").spliterator(), false)
				.forEach((shown) -> assertThat(listed.add(shown.at("/id").asString())).isTrue());
			if (page.at("/next").isMissingNode()) {
				break;
			}
			page = sales.get("/api/order-imports?limit=2&after=" + page.at("/next").asString()).body();
		}
		assertThat(listed).containsAll(started);
		assertThat(sales.get("/api/order-imports?after=x").status()).isEqualTo(400);
	}

	@Test
	void aFileIsTakenWithTheRightsOfItsUploaderAndShownToNobodyElse() {
		Caller li = this.system.owning("li-17", "salesperson", "17");
		Caller zhao = this.system.owning("zhao-18", "salesperson", "18");
		String file = ImportFixtures.HEADER + "RIGHTS-1,T-1,CUP,2,1.25,2026-02-01,17,GB\n"
				+ "RIGHTS-2,T-1,CUP,2,1.25,2026-02-01,18,GB\n";
		String address = upload(li, file).headers().firstValue("Location").orElseThrow();
		await(() -> state(li, address).equals("DONE"));
		JsonNode done = li.get(address).body();
		assertThat(done.at("/orders/placed").asInt()).isEqualTo(1);
		assertThat(done.at("/refusedRows/0/order").asString()).isEqualTo("RIGHTS-2");
		assertThat(done.at("/refusedRows/0/code").asString()).isEqualTo("CUSTOMER_NOT_YOURS");
		assertThat(zhao.get(address).status()).isEqualTo(404);
		assertThat(zhao.get(address + "/refused.csv").status()).isEqualTo(404);
		assertThat(zhao.post(address + "/cancel", "").status()).isEqualTo(404);
		assertThat(zhao.get("/api/order-imports").text()).doesNotContain(done.at("/id").asString());
		String other = upload(zhao, file).headers().firstValue("Location").orElseThrow();
		assertThat(other).as("an import of their own").isNotEqualTo(address);
		await(() -> state(zhao, other).equals("DONE"));
		JsonNode strange = zhao.get(other).body();
		assertThat(strange.at("/orders/placed").asInt()).isEqualTo(1);
		assertThat(strange.at("/refusedRows/0/code").asString()).isEqualTo("NUMBER_NOT_FREE");
		assertRecorded("li-17", "POST " + address + " RIGHTS-2 CUSTOMER");
		assertRecorded("zhao-18", "GET " + address + "  ORDER", "GET " + address + "/refused.csv  ORDER",
				"POST " + address + "/cancel  ORDER", "POST " + other + " RIGHTS-1 ORDER");
	}

	@Test
	void whoMayNotEndAnothersImportIsRecorded() {
		String address = upload(this.system.as("li", "salesperson"), orders("RECORDED", 2)).headers()
			.firstValue("Location")
			.orElseThrow();
		assertThat(this.system.as("zhao-19", "salesperson").post(address + "/cancel", "").status()).isEqualTo(403);
		assertRecorded("zhao-19", "POST " + address + "/cancel  USER");
	}

	/** The attempts of a user as {@code METHOD path order REASON}. */
	private void assertRecorded(String user, String... attempts) {
		Caller auditor = this.system.as("sun", "auditor");
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					auditor.get("/api/access-refusals?user=" + user).body().path("items").valueStream())
				.map((item) -> "%s %s %s %s".formatted(item.path("method").asString(), item.path("path").asString(),
						item.path("order").asString(""), item.path("reason").asString()))
				.containsExactlyInAnyOrder(attempts));
	}

	private static String orders(String prefix, int count) {
		StringBuilder text = new StringBuilder(ImportFixtures.HEADER);
		for (int number = 1; number <= count; number++) {
			text.append(prefix).append('-').append(number).append(",T-1,CUP,2,1.25,2026-02-01,17,GB\n");
		}
		return text.toString();
	}

	private static Answer upload(Caller caller, String file) {
		Answer started = caller.upload("/api/order-imports", Map.of("file", file.getBytes(StandardCharsets.UTF_8),
				"mapping", ImportFixtures.MAPPING.getBytes(StandardCharsets.UTF_8)));
		assertThat(started.status()).as(started.text()).isEqualTo(202);
		return started;
	}

	private static String state(Caller caller, String address) {
		return caller.get(address + "?refusedRows=0").body().at("/state").asString();
	}

	private static void await(java.util.concurrent.Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

}
