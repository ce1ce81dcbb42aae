package io.gendan.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.contract.Actor;
import io.gendan.stage.Visibility;
import io.gendan.testing.TestInfrastructure;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Who works on an import, and how long its file is kept. */
class ImportKeepingTest {

	private static final Instant NOW = Instant.now();

	private static final FileContent FILE = ImportFixtures
		.file(ImportFixtures.HEADER + "KEEP-1,T-1,CUP,2,1.25,2026-02-01,17,GB\n");

	private MongoClient client;

	private MongoDatabaseFactory mongo;

	private ImportStore store;

	@BeforeEach
	void connect() {
		String uri = TestInfrastructure.newDatabase();
		this.client = MongoClients.create(uri);
		this.mongo = new SimpleMongoClientDatabaseFactory(this.client, uri.substring(uri.lastIndexOf('/') + 1));
		this.store = new ImportStore(this.mongo);
		this.store.createIndexes();
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void anInstanceWhoseClockIsWrongTakesNothingFromAnother() throws IOException {
		begin("one");
		ImportClaim claim = claims(NOW).take("one").orElseThrow();
		assertThat(claims(NOW.plus(Duration.ofDays(1))).take("one")).as("its clock is ahead").isEmpty();
		assertThat(claims(NOW.minus(Duration.ofDays(1))).progress(claim, new ImportCounts())).isTrue();
		assertThat(claims(NOW).take("one")).as("the worker's clock is behind").isEmpty();
		silentForAMinute("one");
		assertThat(claims(NOW.minus(Duration.ofDays(1))).take("one")).as("silent for too long").isPresent();
		assertThat(claims(NOW).progress(claim, new ImportCounts())).isFalse();
	}

	@Test
	void anImportIsTakenUpThoughTheClockOfTheStoreHasGoneBack() throws IOException {
		begin("back");
		claims(NOW).take("back").orElseThrow();
		seen("back", NOW.plus(Duration.ofHours(1)));
		assertThat(claims(NOW).take("back")).isPresent();
	}

	@Test
	void aTryThatFailedIsFollowedByTheNextAfterAPause() throws IOException {
		begin("hurt");
		for (int attempt = 1; attempt <= ImportFixtures.SETTINGS.attempts(); attempt++) {
			assertThat(found("hurt").state()).isEqualTo(ImportState.RUNNING);
			ImportClaim claim = claims(NOW).take("hurt").orElseThrow();
			claims(NOW).failed(claim, new IOException("cut off"));
			assertThat(claims(NOW).take("hurt")).as("at once").isEmpty();
			silentForAMinute("hurt");
		}
		assertThat(found("hurt")).matches((kept) -> kept.state() == ImportState.FAILED)
			.extracting(ImportRecord::failure)
			.isEqualTo("5 tries: java.io.IOException: cut off");
	}

	@Test
	void aFileGoesAWhileAfterTheEndAndItsReportStays() throws IOException {
		begin("old");
		begin("running");
		begin("new");
		finish("old", NOW.minus(Duration.ofDays(31)));
		finish("new", NOW.minus(Duration.ofDays(29)));
		Instant cut = NOW.minus(Duration.ofDays(30));
		assertThat(this.store.removeFiles(cut, 20)).isEqualTo(1);
		assertThat(this.store.removeFiles(cut, 20)).isZero();
		assertThat(found("old")).matches((kept) -> !kept.hasFile() && kept.state() == ImportState.DONE);
		assertThat(chunks()).containsExactly("new/0", "running/0");
		assertThat(this.store.content(found("new")).open().readAllBytes()).isEqualTo(FILE.open().readAllBytes());
	}

	@Test
	void manyGoInSeveralGoes() throws IOException {
		for (String id : List.of("a", "b", "c")) {
			begin(id);
			finish(id, NOW.minus(Duration.ofDays(31)));
		}
		assertThat(this.store.removeFiles(NOW, 2)).isEqualTo(2);
		assertThat(chunks()).hasSize(1);
		assertThat(this.store.removeFiles(NOW, 2)).isEqualTo(1);
		assertThat(chunks()).isEmpty();
	}

	@Test
	void theSameFileIsKeptAnewWhenItComesAgain() throws IOException {
		begin("again");
		finish("again", NOW.minus(Duration.ofDays(31)));
		ImportRecord before = found("again");
		this.store.removeFiles(NOW, 20);
		Uploader uploader = before.uploader();
		assertThat(this.store.restart(before, before.again(uploader, NOW))).as("its file is gone").isFalse();
		ImportRecord ended = found("again");
		int pieces = this.store.keep(ended.nextContent(), FILE);
		assertThat(this.store.restart(ended, ended.again(uploader, NOW, ended.nextContent(), pieces))).isTrue();
		assertThat(this.store.removeFiles(NOW, 20)).isZero();
		assertThat(this.store.content(found("again")).open().readAllBytes()).isEqualTo(FILE.open().readAllBytes());
	}

	private void silentForAMinute(String id) {
		seen(id, NOW.minusSeconds(60));
	}

	private void seen(String id, Instant at) {
		this.mongo.getMongoDatabase()
			.getCollection("order_imports")
			.updateOne(new Document("_id", id), new Document("$set", new Document("seenAt", Date.from(at))));
	}

	private void begin(String id) throws IOException {
		ColumnMapping mapping = ImportFixtures.mapping(ImportFixtures.MAPPING);
		this.store.insert(ImportRecord.begun(id, ImportKind.ORDERS,
				new Uploader(new Actor("salesperson", "li"), Visibility.EVERYTHING), "f.csv", this.store.keep(id, FILE),
				ImportFixtures.MAPPING, FileSurvey.of(FILE, mapping, ImportFixtures.LIMITS), NOW));
	}

	private void finish(String id, Instant at) {
		ImportClaims claims = claims(at);
		claims.finish(claims.take(id).orElseThrow(), new ImportCounts());
	}

	private ImportClaims claims(Instant now) {
		return new ImportClaims(this.mongo, ImportFixtures.SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
	}

	private ImportRecord found(String id) {
		return this.store.find(id).orElseThrow();
	}

	private List<String> chunks() {
		return this.mongo.getMongoDatabase()
			.getCollection("order_import_chunks")
			.find()
			.map((chunk) -> chunk.getString("_id"))
			.into(new ArrayList<>());
	}

}
