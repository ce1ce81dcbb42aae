package io.gendan.messaging.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.messaging.ledger.SealedRows;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.Visibility;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** who is named in an event whose key comes later is found by name then. */
class LateKeysTest {

	private final String customer = "C-" + UUID.randomUUID();

	private final String other = "keys-" + UUID.randomUUID();

	/** Sealed by a service that has not written its key to the topic yet. */
	private final Personal sealed = new KeyRing(House.store(this.other), House.KEYS, Service.ORDER, new EventCodec())
		.seal(this.customer, Personal.of("王芳"));

	@Test
	void aRowIsFoundByNameOnceItsKeyHasCome() {
		try (House review = House.of(Service.REVIEW)) {
			write(review.database.getCollection("orders"), 1200);
			await(() -> assertThat(review.topic.caughtUp()).isTrue());
			assertThat(found(review)).isZero();
			try (House order = House.of(Service.ORDER, this.other)) {
				await(() -> assertThat(found(review)).isEqualTo(500));
				await(() -> assertThat(waiting(review)).isZero());
			}
			Document row = row(review);
			assertThat(row.getLong("version")).isEqualTo(2);
			assertThat(row.get("writes", Document.class)).containsKey("2");
			assertThat(row.get("summary", Document.class)).containsEntry("state", "OPEN").containsEntry("name", "王芳");
		}
	}

	@Test
	void aRowThatWasWrittenWhileItsKeyCameIsMendedLater() {
		String database = "keys-" + UUID.randomUUID();
		try (House review = House.of(Service.REVIEW, database); House order = House.of(Service.ORDER, this.other)) {
			await(() -> assertThat(review.ring.open(this.sealed)).isEqualTo("王芳"));
			write(review.database.getCollection("orders"), 1);
		}
		try (House review = House.of(Service.REVIEW, database)) {
			await(() -> assertThat(found(review)).isEqualTo(1));
		}
	}

	@Test
	void aRowOfAnErasedCustomerWaitsNoLonger() {
		String database = "keys-" + UUID.randomUUID();
		House.store(database).erase(this.customer, Instant.now());
		try (House review = House.of(Service.REVIEW, database)) {
			write(review.database.getCollection("orders"), 1);
		}
		try (House review = House.of(Service.REVIEW, database)) {
			await(() -> assertThat(waiting(review)).isZero());
			assertThat(row(review).get("summary", Document.class)).containsEntry("name", this.sealed.text());
		}
	}

	@Test
	void aKeyThatIsAwaitedIsNotShown() {
		try (House review = House.of(Service.REVIEW)) {
			write(review.database.getCollection("orders"), 1);
			List<Map<String, Object>> rows = review.lists.summaries(ListFilter.of(Map.of()), ListSort.BY_NUMBER,
					Visibility.EVERYTHING, null, 10);
			assertThat(rows).singleElement()
				.satisfies((row) -> assertThat(row).containsKey("name").doesNotContainKey(SealedRows.AWAITED));
		}
	}

	private void write(MongoCollection<Document> orders, int count) {
		orders
			.insertMany(
					IntStream.range(0, count)
						.mapToObj(
								(i) -> new Document("_id", "SO-%04d".formatted(i)).append("version", 1L)
									.append("summary", new Document("state", "OPEN").append("customerId", this.customer)
										.append("name", this.sealed.text())
										.append(SealedRows.AWAITED, Objects.requireNonNull(this.sealed.keyId()))))
						.toList());
	}

	private static int found(House house) {
		return house.lists
			.summaries(ListFilter.of(Map.of("name", "王芳")), ListSort.BY_NUMBER, Visibility.EVERYTHING, null, 500)
			.size();
	}

	private static long waiting(House house) {
		return house.database.getCollection("orders").countDocuments(Filters.exists("summary." + SealedRows.AWAITED));
	}

	private static Document row(House house) {
		return Objects
			.requireNonNull(house.database.getCollection("orders").find(Filters.eq("_id", "SO-0000")).first());
	}

	private static void await(ThrowingRunnable condition) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).untilAsserted(condition);
	}

}
