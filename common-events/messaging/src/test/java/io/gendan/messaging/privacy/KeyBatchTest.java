package io.gendan.messaging.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.gendan.contract.EventCodec;
import io.gendan.contract.Personal;
import io.gendan.contract.Service;
import io.gendan.messaging.privacy.KeyStore.StoredKey;
import io.gendan.testing.TestInfrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a batch needs of keys is looked up and made at once (X-2). */
class KeyBatchTest implements CommandListener {

	private static final Personal NAME = Personal.of("王芳");

	private final String database = "keys-" + UUID.randomUUID();

	private final AtomicInteger answers = new AtomicInteger();

	private volatile CountDownLatch held = new CountDownLatch(0);

	private volatile String heldCommand = "";

	private final KeyStore store = store();

	@Test
	void twoHundredCustomersAreAskedForAsOftenAsOne() {
		List<Personal> one = sealed(ring(), 0, 1);
		int made = this.answers.getAndSet(0);
		List<Personal> many = sealed(ring(), 1, 201);
		assertThat(this.answers.getAndSet(0)).isEqualTo(made).isEqualTo(2);
		assertThat(opened(ring(), one)).isEqualTo(1);
		assertThat(opened(ring(), many)).isEqualTo(1);
	}

	@Test
	void whatIsRememberedIsNotAskedForAgain() {
		KeyRing ring = ring();
		List<Personal> many = sealed(ring, 0, 20);
		opened(ring, many);
		this.answers.set(0);
		sealed(ring, 0, 20);
		assertThat(opened(ring, many)).isZero();
		assertThat(opened(ring, sealed(ring, 20, 40))).as("what was sealed here").isZero();
	}

	@Test
	void aKeyThatHasNotComeIsAskedForOnceInABatchAndAgainInTheNext() {
		KeyRing ring = ring();
		StoredKey other = KeyRecord.wrapped("C-1#billing#1", new byte[32], House.KEYS);
		Personal sealed = Personal.read(SealedText.seal(new byte[] { 'x' }, key(), other.id(), null));
		KeyBatch batch = ring.batch();
		assertThat(batch.open(sealed)).isNull();
		assertThat(batch.lacked()).isTrue();
		batch.fetch();
		assertThat(batch.open(sealed)).isNull();
		assertThat(batch.lacked()).isFalse();
		this.store.add(List.of(other));
		assertThat(batch.open(sealed)).isNull();
		assertThat(ring.open(sealed)).isEqualTo("x");
	}

	@Test
	void aBrokenKeyHoldsBackNobodyElse() {
		this.store.findOrAdd(List.of(new StoredKey("C-1#order#1", "C-1", "broken")));
		KeyBatch batch = ring().batch();
		batch.seal(() -> "C-1", NAME);
		batch.seal(() -> "C-2", NAME);
		batch.fetch();
		assertThat(batch.seal(() -> "C-2", NAME).keyId()).startsWith("C-2#order#");
		assertThatExceptionOfType(UnsealedException.class).isThrownBy(() -> batch.seal(() -> "C-1", NAME))
			.withMessageContaining("C-1");
	}

	@Test
	void theKeyOfAnotherServiceIsFoundWhileAnOwnOneIsMade() {
		StoredKey other = KeyRecord.wrapped("C-1#billing#1", new byte[32], House.KEYS);
		this.store.add(List.of(other));
		Personal sealed = Personal.read(SealedText.seal(new byte[] { 'x' }, key(), other.id(), null));
		KeyBatch batch = ring().batch();
		batch.open(sealed);
		batch.seal(() -> "C-1", NAME);
		batch.fetch();
		assertThat(batch.open(sealed)).isEqualTo("x");
		assertThat(batch.seal(() -> "C-1", NAME).keyId()).startsWith("C-1#order#");
		assertThat(batch.lacked()).isTrue();
		assertThat(batch.lacked()).isFalse();
	}

	@Test
	void whoIsSlowerSealsWithTheKeyOfTheOther() {
		StoredKey quicker = KeyRecord.wrapped("C-1#order#1", new byte[32], House.KEYS);
		StoredKey slower = KeyRecord.wrapped("C-1#order#2", new byte[32], House.KEYS);
		StoredKey another = KeyRecord.wrapped("C-2#order#1", new byte[32], House.KEYS);
		this.store.findOrAdd(List.of(quicker));
		var holds = this.store.findOrAdd(List.of(slower, another));
		assertThat(CustomerKeys.in(holds, "C-1").own()).isEqualTo(quicker);
		assertThat(CustomerKeys.in(holds, "C-2").own()).isEqualTo(another);
		this.store.erase("C-3", Instant.EPOCH);
		StoredKey late = KeyRecord.wrapped("C-3#order#1", new byte[32], House.KEYS);
		assertThat(CustomerKeys.in(this.store.findOrAdd(List.of(late)), "C-3").erased()).isTrue();
		assertThat(this.store.ofCustomer("C-3")).isEmpty();
	}

	@Test
	void whoWasJustLookingAKeyUpDoesNotRememberItBehindItsErasure() throws InterruptedException {
		Personal sealed = sealed(ring(), 0, 1).getFirst();
		KeyRing ring = ring();
		hold("find");
		Thread reader = Thread.ofPlatform().start(() -> ring.open(sealed));
		Awaitility.await().until(() -> this.heldCommand.isEmpty());
		this.answers.set(0);
		Thread eraser = Thread.ofPlatform().start(() -> ring.erase("C-0", Instant.now()));
		Awaitility.await()
			.until(() -> this.answers.get() >= 2 && (!eraser.isAlive() || eraser.getState() == Thread.State.WAITING));
		this.held.countDown();
		reader.join();
		eraser.join();
		assertThat(ring.open(sealed)).isNull();
		assertThat(ring.isErased(sealed)).isTrue();
	}

	@Test
	void whoWasJustMakingAKeyDoesNotSealWithItBehindItsErasure() throws InterruptedException {
		KeyRing ring = ring();
		hold("update");
		Thread writer = Thread.ofPlatform().start(() -> ring.seal("C-0", NAME));
		Awaitility.await().until(() -> this.heldCommand.isEmpty());
		this.answers.set(0);
		Thread eraser = Thread.ofPlatform().start(() -> ring.erase("C-0", Instant.now()));
		Awaitility.await()
			.until(() -> this.answers.get() >= 2 && (!eraser.isAlive() || eraser.getState() == Thread.State.WAITING));
		this.held.countDown();
		writer.join();
		eraser.join();
		assertThat(ring.seal("C-0", NAME).keyId()).isEqualTo("C-0#order#lost");
	}

	private void hold(String command) {
		this.held = new CountDownLatch(1);
		this.heldCommand = command;
	}

	@Override
	public void commandSucceeded(CommandSucceededEvent event) {
		this.answers.incrementAndGet();
		if (event.getCommandName().equals(this.heldCommand)) {
			CountDownLatch until = this.held;
			this.heldCommand = "";
			try {
				until.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	private KeyRing ring() {
		return new KeyRing(this.store, House.KEYS, Service.ORDER, new EventCodec());
	}

	private KeyStore store() {
		MongoDatabase there = MongoClients
			.create(MongoClientSettings.builder()
				.applyConnectionString(new ConnectionString(TestInfrastructure.store()))
				.addCommandListener(this)
				.build())
			.getDatabase(this.database);
		KeyStore keys = new KeyStore(there.getCollection("keys"), there.getCollection("keysRead"));
		keys.createIndexes();
		this.answers.set(0);
		return keys;
	}

	private static List<Personal> sealed(KeyRing ring, int from, int to) {
		KeyBatch batch = ring.batch();
		List<Personal> sealed = sealed(batch, from, to);
		while (batch.lacked()) {
			batch.fetch();
			sealed = sealed(batch, from, to);
		}
		assertThat(sealed).allMatch((text) -> text.keyId() instanceof String id && id.startsWith("C-"));
		return sealed;
	}

	private static List<Personal> sealed(KeyBatch batch, int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> batch.seal(() -> "C-" + i, NAME)).toList();
	}

	/** Opens texts, and tells how often the store was asked. */
	private int opened(KeyRing ring, List<Personal> sealed) {
		this.answers.set(0);
		KeyBatch batch = ring.batch();
		sealed.forEach(batch::open);
		if (batch.lacked()) {
			batch.fetch();
		}
		assertThat(sealed).allSatisfy((text) -> assertThat(batch.open(text)).isEqualTo("王芳"));
		return this.answers.get();
	}

	private static SecretKey key() {
		return new SecretKeySpec(new byte[32], "AES");
	}

}
