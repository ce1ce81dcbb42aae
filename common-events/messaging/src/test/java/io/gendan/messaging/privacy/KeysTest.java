package io.gendan.messaging.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.gendan.contract.EventCodec;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.stage.Mask;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has the key reads; who is told to forget forgets (X-2). */
class KeysTest {

	private static final Personal NAME = Personal.of("王芳");

	private final String customer = "C-" + UUID.randomUUID();

	@Test
	void everyServiceOfTheHouseReadsWhatOneHasSealed() {
		try (House order = House.of(Service.ORDER); House logistics = House.of(Service.LOGISTICS)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			assertThat(sealed.text()).startsWith("eyJ").doesNotContain("王芳");
			assertThat(sealed.keyId()).startsWith(this.customer + "#order#");
			assertThat(order.ring.open(sealed)).isEqualTo("王芳");
			await(() -> "王芳".equals(logistics.ring.open(sealed)));
			assertThat(logistics.ring.seal(this.customer, sealed)).isSameAs(sealed);
			assertThat(logistics.ring.seal(this.customer, NAME).keyId()).startsWith(this.customer + "#logistics#");
		}
	}

	@Test
	void theKeyIsTheSameAfterARestartAndForEveryInstance() {
		String database = "keys-" + UUID.randomUUID();
		Personal sealed;
		try (House one = House.of(Service.ORDER, database)) {
			sealed = one.ring.seal(this.customer, NAME);
		}
		try (House other = House.of(Service.ORDER, database)) {
			assertThat(other.ring.open(sealed)).isEqualTo("王芳");
			assertThat(other.ring.open(other.ring.seal(this.customer, NAME))).isEqualTo("王芳");
		}
	}

	@Test
	void whatIsErasedIsReadByNobody() {
		try (House order = House.of(Service.ORDER); House logistics = House.of(Service.LOGISTICS)) {
			Personal byOrder = order.ring.seal(this.customer, NAME);
			Personal byLogistics = logistics.ring.seal(this.customer, NAME);
			await(() -> logistics.ring.open(byOrder) != null && order.ring.open(byLogistics) != null);
			erase(order);
			await(() -> order.ring.isErased(byOrder) && logistics.ring.isErased(byLogistics));
			for (House house : List.of(order, logistics)) {
				await(() -> house.ring.open(byOrder) == null && house.ring.open(byLogistics) == null);
				assertThat(house.store.ofCustomer(this.customer))
					.allSatisfy((key) -> assertThat(key.wrapped()).isNull());
			}
			Personal later = logistics.ring.seal(this.customer, NAME);
			assertThat(later.isSealed()).isTrue();
			assertThat(logistics.ring.open(later)).isNull();
		}
	}

	@Test
	void anInstanceForgetsAlsoWhomOnlyAnotherHasReadOf() {
		String database = "keys-" + UUID.randomUUID();
		try (House order = House.of(Service.ORDER);
				House one = House.of(Service.REVIEW, database);
				House other = House.of(Service.REVIEW, database)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			await(() -> one.ring.open(sealed) != null && other.ring.open(sealed) != null);
			one.away();
			long read = other.store.next();
			erase(order);
			await(() -> other.ring.isErased(sealed) && other.store.next() > read);
			one.back();
			await(() -> one.ring.open(sealed) == null);
		}
	}

	@Test
	void whoWasAwayForgetsBeforeItOpensAnything() {
		String database = "keys-" + UUID.randomUUID();
		Personal sealed;
		try (House logistics = House.of(Service.LOGISTICS, database); House order = House.of(Service.ORDER)) {
			sealed = order.ring.seal(this.customer, NAME);
			await(() -> logistics.ring.open(sealed) != null);
		}
		try (House order = House.of(Service.ORDER)) {
			erase(order);
		}
		try (House back = House.of(Service.LOGISTICS, database)) {
			await(back.topic::caughtUp);
			assertThat(back.ring.open(sealed)).isNull();
			assertThat(new PersonalView(back.ring, back.topic::caughtUp, new EventCodec()).text(sealed, true))
				.isEqualTo(Mask.ERASED);
		}
	}

	@Test
	void aServiceThatStartsLaterTakesNoKeyOfWhoIsErased() {
		try (House order = House.of(Service.ORDER)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			await(() -> order.store.unsent().isEmpty());
			erase(order);
			await(() -> order.ring.isErased(sealed));
			// A key that was under way meanwhile.
			order.sender
				.send(List.of(KeyRecord.of(KeyRecord.wrapped(this.customer + "#billing#1", new byte[32], House.KEYS))));
			String late = "key/" + this.customer + "#billing#1";
			// Whoever else is running takes it off as well.
			await(() -> House.values(late).indexOf(false) == 1 && !House.values(late).getLast());
			assertThat(order.store.ofCustomer(this.customer)).allSatisfy((key) -> assertThat(key.wrapped()).isNull());
			try (House fresh = House.of(Service.AFTERSALES)) {
				await(fresh.topic::caughtUp);
				assertThat(fresh.ring.open(sealed)).isNull();
				assertThat(fresh.store.ofCustomer(this.customer))
					.allSatisfy((key) -> assertThat(key.wrapped()).isNull());
			}
		}
	}

	@Test
	void aStrangerWritesNoKeyAndErasesNobody() {
		try (House order = House.of(Service.ORDER)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			order.sender
				.send(List.of(record("erased/" + this.customer, "x"), record("key/" + this.customer + "#review#1", "y"),
						// A true record under another name.
						new ProducerRecord<>(KeyRecord.TOPIC, "erased/" + this.customer,
								KeyRecord.erased("another", House.KEYS).value())));
			await(() -> order.registry.get("gendan.keys.refused").counter().count() >= 3);
			assertThat(order.ring.open(sealed)).isEqualTo("王芳");
		}
	}

	@Test
	void nothingIsOpenedBeforeItIsKnownWhomToForget() {
		try (House order = House.of(Service.ORDER)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			PersonalView early = new PersonalView(order.ring, () -> false, new EventCodec());
			assertThat(early.text(sealed, true)).isEqualTo(Mask.SEALED);
			PersonalView view = new PersonalView(order.ring, () -> true, new EventCodec());
			assertThat(view.text(sealed, true)).isEqualTo("王芳");
			assertThat(view.text(sealed, false)).isEqualTo("王***");
			// Only what the contract says is personal is opened.
			String data = "{\"a\":\"" + sealed.text() + "\"}";
			assertThat(view.data("unknown.v1", data, true)).isEqualTo(data);
			String cancelled = "{\"order\":\"%s\",\"cancelledBy\":\"li\",\"reason\":\"%s\"}";
			assertThat(view.data("io.gendan.order.OrderCancelled.v1", cancelled.formatted("SO-1", sealed.text()), true))
				.isEqualTo(cancelled.formatted("SO-1", "王芳"));
			assertThat(
					view.data("io.gendan.order.OrderCancelled.v1", cancelled.formatted("SO-1", sealed.text()), false))
				.isEqualTo(cancelled.formatted("SO-1", "王***"));
		}
	}

	@Test
	void customersMayBeCalledLikeRecords() {
		for (String number : List.of("tick/" + this.customer, "erased/" + this.customer, this.customer + "#order#1")) {
			try (House order = House.of(Service.ORDER); House review = House.of(Service.REVIEW)) {
				Personal sealed = order.ring.seal(number, NAME);
				await(() -> "王芳".equals(review.ring.open(sealed)));
			}
		}
	}

	@Test
	void aStoreThatLostItsKeysLosesNoTexts() {
		Personal before;
		try (House order = House.of(Service.ORDER)) {
			before = order.ring.seal(this.customer, NAME);
			await(() -> order.store.unsent().isEmpty());
		}
		try (House restored = House.of(Service.ORDER); House review = House.of(Service.REVIEW)) {
			// Before it has read anything.
			Personal after = restored.ring.seal(this.customer, NAME);
			await(() -> "王芳".equals(restored.ring.open(before)) && "王芳".equals(restored.ring.open(after)));
			await(() -> "王芳".equals(review.ring.open(before)) && "王芳".equals(review.ring.open(after)));
		}
	}

	@Test
	void withoutTheKeyOfTheHouseNothingIsSkipped() {
		String database = "keys-" + UUID.randomUUID();
		HouseKeys others = HouseKeys.read(new ByteArrayResource(
				"{\"keys\":[{\"kty\":\"oct\",\"kid\":\"other\",\"k\":\"%s\"}]}".formatted("A".repeat(43))
					.getBytes(StandardCharsets.UTF_8)));
		try (House order = House.of(Service.ORDER)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			await(() -> order.store.unsent().isEmpty());
			try (House behind = House.of(Service.REVIEW, database, others)) {
				await(() -> String.valueOf(behind.topic.trouble()).contains("test-house"));
				assertThat(behind.topic.caughtUp()).isFalse();
			}
			try (House right = House.of(Service.REVIEW, database)) {
				await(() -> "王芳".equals(right.ring.open(sealed)));
			}
		}
	}

	@Test
	void listsAreForgottenAgainForThoseWhoWroteMeanwhile() {
		String database = "keys-" + UUID.randomUUID();
		try (House order = House.of(Service.ORDER, database)) {
			order.ring.seal(this.customer, NAME);
			erase(order);
			await(() -> order.forgotten.contains(this.customer));
		}
		try (House again = House.of(Service.ORDER, database)) {
			await(() -> again.forgotten.contains(this.customer));
		}
	}

	@Test
	void aStoreThatGoesBackInTimeUnderARunningServiceForgetsAgain() {
		try (House order = House.of(Service.ORDER); House review = House.of(Service.REVIEW)) {
			Personal sealed = order.ring.seal(this.customer, NAME);
			await(() -> review.ring.open(sealed) != null && review.store.next() > 0);
			List<Document> backup = review.database.getCollection("keys").find().into(new ArrayList<>());
			Document read = Objects.requireNonNull(review.database.getCollection("keysRead").find().first());
			erase(order);
			await(() -> review.ring.isErased(sealed));
			long known = review.store.next();
			review.database.getCollection("keys").deleteMany(new Document());
			review.database.getCollection("keys").insertMany(backup);
			review.database.getCollection("keysRead").replaceOne(new Document("_id", read.get("_id")), read);
			order.sender.send(List.of(KeyRecord.tick("order")));
			await(() -> String.valueOf(review.topic.trouble()).contains("older than it was"));
			assertThat(review.topic.caughtUp()).isFalse();
			assertThat(review.store.next()).isLessThan(known);
		}
	}

	@Test
	void aKeyIsNotPublishedBehindTheErasureOfItsCustomer() {
		String database = "keys-" + UUID.randomUUID();
		try (House away = House.of(Service.LOGISTICS, database)) {
			await(away.topic::caughtUp);
		}
		KeyStore store = House.store(database);
		store.findOrAdd(List.of(KeyRecord.wrapped(this.customer + "#logistics#1", new byte[32], House.KEYS)));
		try (House order = House.of(Service.ORDER)) {
			order.ring.seal(this.customer, NAME);
			erase(order);
		}
		// The broker has nothing to say at first.
		try (House back = House.slow(Service.LOGISTICS, database)) {
			await(back.topic::caughtUp);
			await(() -> back.store.unsent().isEmpty());
			assertThat(House.values("key/" + this.customer + "#logistics#1")).doesNotContain(true);
		}
	}

	@Test
	void aRecordThatIsBrokenInAnyWayIsLeftOut() {
		try (House order = House.of(Service.ORDER)) {
			String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"dir\"}".getBytes());
			order.sender.send(List.of(record("key/" + this.customer + "#x#1", header + "...."),
					record("key/" + this.customer + "#x#2", "...."), record("key/" + this.customer + "#x#3", ""),
					record("key/nothing", House.KEYS.wrap(new byte[32], "key/nothing"))));
			await(() -> order.registry.get("gendan.keys.refused").counter().count() >= 4);
			await(() -> order.topic.trouble() == null);
		}
	}

	private void erase(House house) {
		Duration within = Duration.ofHours(1);
		Instant gone = new TopicErasure(house.store, House.KEYS, house.sender, within, Clock.systemUTC())
			.erase(this.customer);
		assertThat(gone).isAfter(Instant.now().plus(within.multipliedBy(3)));
	}

	private static ProducerRecord<String, byte[]> record(String key, String value) {
		return new ProducerRecord<>(KeyRecord.TOPIC, key, value.getBytes(StandardCharsets.UTF_8));
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(condition);
	}

}
