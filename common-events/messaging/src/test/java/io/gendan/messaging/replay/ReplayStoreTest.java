package io.gendan.messaging.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.gendan.testing.TestInfrastructure;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether a replay was complete is known after a restart too. */
class ReplayStoreTest {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final TypeReplay PLACED = TypeReplay.started("io.gendan.order.OrderPlaced.v1", "operator/gu", NOW);

	private MongoClient client;

	private MongoCollection<Document> collection;

	private ReplayStore store;

	private ReplayStore restarted;

	@BeforeEach
	void connect() {
		this.client = MongoClients.create(TestInfrastructure.store());
		this.collection = this.client.getDatabase("replays-" + UUID.randomUUID()).getCollection(ReplayStore.COLLECTION);
		this.store = new ReplayStore(this.collection, Duration.ofMinutes(1));
		this.restarted = new ReplayStore(this.collection, Duration.ofMinutes(1));
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	@Test
	void whatWasDoneIsKnownAfterwards() {
		ObjectId id = this.store.begin(PLACED).orElseThrow();
		TypeReplay done = PLACED.read(9, 3, 2, 1).ended(TypeReplay.State.DONE, NOW.plusSeconds(5), null);
		assertThat(this.restarted.newest(20)).containsExactly(PLACED);
		assertThat(this.store.keep(id, done)).isTrue();
		assertThat(this.restarted.newest(20)).containsExactly(done);
	}

	@Test
	void oneRunsAtATimeInWhicheverInstance() {
		ObjectId id = this.store.begin(PLACED).orElseThrow();
		assertThat(this.restarted.begin(PLACED)).isEmpty();
		this.store.keep(id, PLACED.ended(TypeReplay.State.FAILED, NOW, "the broker is away"));
		assertThat(this.restarted.begin(PLACED)).isPresent();
		assertThat(this.restarted.newest(20)).extracting(TypeReplay::state)
			.containsExactly(TypeReplay.State.RUNNING, TypeReplay.State.FAILED);
	}

	@Test
	void whatNobodySpeaksOfAnyMoreIsInterrupted() {
		ReplayStore impatient = new ReplayStore(this.collection, Duration.ofMillis(50));
		ObjectId id = this.store.begin(PLACED).orElseThrow();
		assertThat(this.store.keep(id, PLACED.read(9, 3, 2, 1))).isTrue();
		Awaitility.await().until(() -> impatient.newest(20).getFirst().state() == TypeReplay.State.INTERRUPTED);
		TypeReplay interrupted = this.restarted.newest(20).getFirst();
		assertThat(interrupted.taken()).as("what is known of it").isEqualTo(3);
		assertThat(interrupted.endedAt()).isNotNull();
		assertThat(this.store.keep(id, PLACED)).as("it must not go on").isFalse();
		assertThat(this.store.begin(PLACED)).isPresent();
	}

	@Test
	void aStoreWhoseClockGoesBackHoldsNobodyUp() {
		this.store.begin(PLACED);
		this.collection.updateOne(new Document(),
				new Document("$set", new Document("seenAt", Date.from(Instant.now().plus(Duration.ofHours(1))))));
		assertThat(this.restarted.begin(PLACED)).isPresent();
	}

}
