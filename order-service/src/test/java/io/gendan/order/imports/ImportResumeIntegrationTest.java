package io.gendan.order.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.messaging.StageGateway;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.testing.Caller;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import io.gendan.stage.Visibility;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Imports on a real store: what a crash has left, and a month of real orders (ORD-6). */
@GendanIntegrationTest
class ImportResumeIntegrationTest {

	private static final Uploader LI = new Uploader(new Actor("salesperson", "li"), Visibility.EVERYTHING);

	@Autowired
	private TestSystem system;

	@Autowired
	private ImportStore store;

	@Autowired
	private OrderBatch batch;

	@Autowired
	private Imports imports;

	@Autowired
	private StageGateway<Order, OrderCommand> gateway;

	@Test
	void whatACrashHasLeftIsTakenUpAndCountedOnce() throws IOException {
		StringBuilder text = new StringBuilder(ImportFixtures.HEADER);
		for (int number = 1; number <= 30; number++) {
			text.append("CRASH-%d,T-1,CUP,2,1.25,2026-02-01,17,GB\n".formatted(number));
		}
		FileContent content = ImportFixtures.file(text.toString());
		String json = ImportFixtures.MAPPING.replace("\"cancellationPrefix\": \"C\", ", "");
		ColumnMapping mapping = ImportFixtures.mapping(json);
		FileSurvey survey = FileSurvey.of(content, mapping, ImportFixtures.LIMITS);
		int chunks = this.store.keep("crashed", content);
		ImportRecord record = ImportRecord.begun("crashed", ImportKind.ORDERS, LI, "orders.csv", chunks, json, survey,
				Instant.parse("2026-03-01T00:00:00Z"));
		placeTheFirst(record, content, mapping, survey);
		assertThat(this.store.insert(record)).isTrue();
		assertThat(this.store.insert(record)).isFalse();
		ImportRecord done = awaitEnd("crashed");
		assertThat(done.state()).isEqualTo(ImportState.DONE);
		assertThat(done.placed()).isEqualTo(30);
		assertThat(done.alreadyKnown()).isZero();
		assertThat(done.amountPlaced()).isEqualTo(Map.of("GBP", "75.00"));
		assertThat(this.gateway.find("CRASH-7").orElseThrow().version()).isEqualTo(1);
	}

	/** Some orders were placed before the crash, but nothing of it was recorded. */
	private void placeTheFirst(ImportRecord record, FileContent content, ColumnMapping mapping, FileSurvey survey)
			throws IOException {
		try (FileEntries orders = FileEntries.open(content, mapping, survey, ImportFixtures.LIMITS)) {
			List<FileEntry> first = new ArrayList<>();
			while (first.size() < 11) {
				first.add(orders.next());
			}
			assertThat(this.batch.place(record, mapping, orders.reader(), first, new ImportCounts()).none()).isTrue();
		}
	}

	@Test
	void aMonthOfRealOrdersIsPlacedOnce() throws IOException {
		assumeTrue(Files.isReadable(ImportFixtures.RETAIL_FILE),
				"the data set is not beside this repository; the carried sample stands for it");
		String mapping = Files.readString(ImportFixtures.RETAIL_MAPPING);
		FileContent content = () -> Files.newInputStream(ImportFixtures.RETAIL_FILE);
		ImportRecord first = awaitEnd(this.imports.start(ImportKind.ORDERS, content, "retail.csv", mapping, LI).id());
		assertThat(first.placed()).isEqualTo(1397);
		assertThat(first.amountPlaced()).isEqualTo(Map.of("GBP", "571332.91"));
		ImportRecord second = awaitEnd(this.imports.start(ImportKind.ORDERS, content, "retail.csv", mapping, LI).id());
		assertThat(second.run()).isEqualTo(2);
		assertThat(second.placed()).isZero();
		assertThat(second.alreadyKnown()).isEqualTo(1397);
		assertThat(second.refused()).isEqualTo(628);
		Caller auditor = this.system.as("sun", "auditor");
		String path = "/api/order-imports/" + second.id();
		assertThat(auditor.get(path).body().at("/refusedRows")).hasSize(1000);
		assertThat(auditor.get(path + "?refusedRows=0").body().at("/refusedRows")).isEmpty();
		assertThat(auditor.get(path + "?refusedRows=100000").body().at("/refusedRows")).hasSize(1093);
	}

	private ImportRecord awaitEnd(String id) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.pollInterval(Duration.ofMillis(50))
			.until(() -> this.store.find(id).orElseThrow().state() != ImportState.RUNNING);
		return this.store.find(id).orElseThrow();
	}

}
