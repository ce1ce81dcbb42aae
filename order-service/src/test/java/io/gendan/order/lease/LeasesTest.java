package io.gendan.order.lease;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.gendan.testing.TestInfrastructure;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Who holds a lease is for the store to say; no owner brings a clock of its own. */
class LeasesTest {

	private static final Duration LONG = Duration.ofHours(1);

	private MongoClient client;

	private MongoDatabaseFactory mongo;

	private Leases one;

	private Leases other;

	@BeforeEach
	void connect() {
		String uri = TestInfrastructure.newDatabase();
		this.client = MongoClients.create(uri);
		this.mongo = new SimpleMongoClientDatabaseFactory(this.client, uri.substring(uri.lastIndexOf('/') + 1));
		this.one = new Leases(this.mongo);
		this.other = new Leases(this.mongo);
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void oneHoldsItUntilItIsGivenBack() {
		long token = this.one.claim("work", LONG).orElseThrow();
		assertThat(this.other.claim("work", LONG)).isEmpty();
		this.other.release("work", token - 1);
		assertThat(this.other.claim("work", LONG)).as("not theirs to give back").isEmpty();
		this.one.release("work", token);
		assertThat(this.other.claim("work", LONG)).isPresent();
		assertThat(this.one.claim("other work", LONG)).isPresent();
	}

	@Test
	void whoeverWasSilentForTooLongHasLostIt() {
		long token = this.one.claim("work", Duration.ofMillis(1)).orElseThrow();
		Awaitility.await().until(() -> this.other.claim("work", LONG).isPresent());
		assertThat(this.one.renew("work", token, LONG)).isFalse();
		assertThat(this.one.holds("work", token)).isFalse();
		this.one.release("work", token);
		assertThat(this.one.claim("work", LONG)).isEmpty();
	}

	@Test
	void aClaimIsAgainstEverybody() {
		long first = this.one.claim("work", LONG).orElseThrow();
		assertThat(this.one.claim("work", LONG)).isEmpty();
		assertThat(this.one.renew("work", first, LONG)).isTrue();
		assertThat(this.one.holds("work", first)).isTrue();
		this.one.release("work", first);
		assertThat(this.one.holds("work", first)).isFalse();
		assertThat(this.other.claim("work", LONG).orElseThrow()).isGreaterThan(first);
	}

	@Test
	void aStoreWhoseClockGoesBackHoldsNobodyUp() {
		long released = this.one.claim("released", LONG).orElseThrow();
		this.one.release("released", released);
		this.one.claim("silent", Duration.ofMinutes(1));
		long held = this.one.claim("held", Duration.ofMinutes(1)).orElseThrow();
		setBack("released", Duration.ofHours(1));
		setBack("silent", Duration.ofHours(1));
		setBack("held", Duration.ofSeconds(20));
		assertThat(this.other.claim("released", LONG)).isPresent();
		assertThat(this.other.claim("silent", LONG)).isPresent();
		assertThat(this.other.claim("held", LONG)).as("a small step ends nobody's work").isEmpty();
		assertThat(this.one.holds("held", held)).isTrue();
	}

	@Test
	void whatAnEarlierVersionLeftIsNobodys() {
		this.mongo.getMongoDatabase()
			.getCollection("leases")
			.insertOne(new Document("_id", "work").append("owner", "gone").append("until", new Date()));
		assertThat(this.one.claim("work", LONG)).hasValue(1);
		assertThat(this.other.claim("work", LONG)).isEmpty();
	}

	@Test
	void ofManyAtOnceOneGetsIt() throws Exception {
		List<Callable<OptionalLong>> claims = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			claims.add(() -> new Leases(this.mongo).claim("work", LONG));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
			List<OptionalLong> tokens = new ArrayList<>();
			for (Future<OptionalLong> claim : threads.invokeAll(claims)) {
				tokens.add(claim.get());
			}
			assertThat(tokens).filteredOn(OptionalLong::isPresent).hasSize(1);
		}
	}

	/** The store's clock, seen from what it has written. */
	private void setBack(String name, Duration step) {
		this.mongo.getMongoDatabase()
			.getCollection("leases")
			.updateOne(new Document("_id", name),
					new Document("$set", new Document("renewedAt", Date.from(Instant.now().plus(step)))));
	}

}
