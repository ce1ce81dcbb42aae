package io.gendan.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.contract.Actor;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.messaging.engine.ClockWrongException;
import io.gendan.order.OrderStage;
import io.gendan.order.entry.FakeRegister;
import io.gendan.stage.Privacy;
import io.gendan.stage.Visibility;
import io.gendan.testing.TestInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports go on, whatever is thrown at the thread that works on them. */
class ImportWorkerTest {

	private static final ImportSettings SETTINGS = new ImportSettings(200, 5000, 2 << 20, 4, 2, Duration.ofSeconds(20),
			2, Duration.ofMillis(50), List.of(), Duration.ofMillis(20), Duration.ofDays(30), ImportFixtures.LIMITS);

	private final AtomicInteger looked = new AtomicInteger();

	private final AtomicInteger clockWrong = new AtomicInteger(SETTINGS.attempts() + 1);

	private MongoClient client;

	private MongoDatabaseFactory mongo;

	private ImportStore store;

	@BeforeEach
	void connect() {
		String uri = TestInfrastructure.newDatabase();
		this.client = MongoClients.create(uri);
		this.mongo = new SimpleMongoClientDatabaseFactory(this.client, uri.substring(uri.lastIndexOf('/') + 1));
		this.store = new ImportStore(this.mongo) {

			@Override
			List<ImportRecord> running(Set<String> busy) {
				if (ImportWorkerTest.this.looked.getAndIncrement() == 0) {
					throw new NoClassDefFoundError("planted");
				}
				return super.running(busy);
			}

		};
		this.store.createIndexes();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void anErrorDoesNotEndTheWork() throws IOException {
		begin("good", "li");
		work(() -> Awaitility.await().until(() -> state("good") == ImportState.DONE));
	}

	@Test
	void aFileAtWhichErrorsAreThrownIsGivenUpAndHoldsUpNoOther() throws IOException {
		begin("bad", "li");
		begin("good", "wang");
		work(() -> {
			Awaitility.await().until(() -> state("good") == ImportState.DONE);
			Awaitility.await().until(() -> state("bad") == ImportState.FAILED);
		});
		assertThat(this.store.find("bad").orElseThrow().failure()).contains("StackOverflowError");
	}

	@Test
	void aWrongClockIsWaitedForLongerThanAnyTry() throws IOException {
		begin("late", "li");
		work(() -> Awaitility.await().until(() -> state("late") == ImportState.DONE));
		assertThat(this.clockWrong).hasNegativeValue();
	}

	private void work(Runnable meanwhile) {
		OrderBatch batch = new OrderBatch(ImportFixtures.nothingPlaced(), new OrderStage(ImportFixtures.POLICY),
				FakeRegister.nothing(ImportFixtures.POLICY), Privacy.CLEAR, SETTINGS, Clock.systemUTC()) {

			@Override
			public BatchRefusals place(ImportRecord record, ColumnMapping mapping, RowReader reader,
					List<FileEntry> orders, ImportCounts counts) {
				if (record.id().equals("bad")) {
					throw new StackOverflowError("planted");
				}
				if (record.id().equals("late") && ImportWorkerTest.this.clockWrong.getAndDecrement() > 0) {
					throw new ClockWrongException(Instant.EPOCH);
				}
				return super.place(record, mapping, reader, orders, counts);
			}

		};
		RefusedAttempts attempts = new RefusedAttempts(
				this.mongo.getMongoDatabase().getCollection(RefusedAttempts.COLLECTION), Duration.ofDays(1),
				Clock.systemUTC(), new SimpleMeterRegistry());
		ImportWorker worker = new ImportWorker(this.store, new ImportClaims(this.mongo, SETTINGS, Clock.systemUTC()),
				List.of(batch), attempts, new MappingReader(), SETTINGS, Clock.systemUTC());
		worker.start();
		try {
			meanwhile.run();
		}
		finally {
			worker.stop();
		}
	}

	private void begin(String id, String user) throws IOException {
		FileContent file = ImportFixtures.file(ImportFixtures.HEADER + id + ",T-1,CUP,2,1.25,2026-02-01,17,GB\n");
		this.store.insert(ImportRecord.begun(id, ImportKind.ORDERS,
				new Uploader(new Actor("salesperson", user), Visibility.EVERYTHING), "f.csv", this.store.keep(id, file),
				ImportFixtures.MAPPING,
				FileSurvey.of(file, ImportFixtures.mapping(ImportFixtures.MAPPING), ImportFixtures.LIMITS),
				Instant.now()));
	}

	private ImportState state(String id) {
		return this.store.find(id).orElseThrow().state();
	}

}
