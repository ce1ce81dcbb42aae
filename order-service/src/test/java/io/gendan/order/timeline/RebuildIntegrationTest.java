package io.gendan.order.timeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.gendan.contract.Actor;
import io.gendan.contract.CloudEventHeaders;
import io.gendan.contract.Envelope;
import io.gendan.contract.HashChain;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.signature.NewSigningKey;
import io.gendan.messaging.signature.EventHeaders;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.signature.SigningSettings;
import io.gendan.order.lease.Leases;
import io.gendan.testing.Answer;
import io.gendan.testing.ForeignChain;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** A rebuild proves the live timelines, or says why it does not; it never harms them. */
@GendanIntegrationTest
class RebuildIntegrationTest {

	private static final Actor LI = new Actor("finance", "li");

	@Autowired
	private TestSystem system;

	@Autowired
	private MongoDatabaseFactory mongo;

	@Autowired
	private KafkaProperties kafka;

	@Autowired
	private ReplayedLetters letters;

	@Autowired
	private EntryCheck check;

	@Autowired
	private SignatureCheck signatures;

	@Test
	void aMendedLetterIsStillThereAfterwards() {
		RecordedEvent genuine = new ForeignChain("R-MENDED").next(new OrderReleased("R-MENDED", "paid"), LI);
		send(genuine, "R-MENDED", "{\"order\":\"R-MENDED\",\"reason\":\"pa1d\"}");
		String letter = awaitLetter("R-MENDED");
		Answer replay = replay(letter, genuine.data());
		assertThat(replay.status()).as(replay.text()).isEqualTo(200);
		assertThat(entries("R-MENDED")).hasSize(1);
		RebuildProgress rebuilt = rebuild(false);
		assertThat(rebuilt.compared().differentOrders()).as(rebuilt.toString()).isZero();
		assertThat(rebuilt.compared().swapped()).isTrue();
		assertThat(entries("R-MENDED")).hasSize(1);
	}

	@Test
	void aRecordWithAWrongKeyStaysOut() {
		RecordedEvent event = new ForeignChain("R-KEY").next(new OrderReleased("R-KEY", "paid"), LI);
		send(event, "another", event.data());
		awaitLetter("R-KEY");
		RebuildProgress rebuilt = rebuild(false);
		assertThat(rebuilt.compared().differentOrders()).as(rebuilt.toString()).isZero();
		assertThat(rebuilt.read().findings().counts()).containsKey(StreamFindings.Kind.MALFORMED);
		assertThat(timeline("R-KEY").status()).isEqualTo(404);
	}

	@Test
	void whatCouldNotBeShownIsADeadLetter() {
		RecordedEvent genuine = new ForeignChain("R-TEXT").next(new OrderReleased("R-TEXT", "paid"), LI);
		send(genuine, "R-TEXT", "x");
		String letter = awaitLetter("R-TEXT");
		for (String wrong : List.of("oops, this is not json", "{}", "[]", "null",
				"{\"order\":\"R-OTHER\",\"reason\":\"x\"}")) {
			Answer replay = replay(letter, wrong);
			assertThat(replay.status()).as(wrong).isEqualTo(409);
			assertThat(replay.text()).contains("MALFORMED");
		}
		this.system.publish(event("R-TEXT", 1, "io.gendan.billing.OrderReleased.v1", "{broken"));
		this.system.publish(event("R-UNKNOWN", 1, "io.gendan.billing.OrderFramed.v1", "also broken"));
		this.system.publish(event("R-UNKNOWN", 2, "io.gendan.billing.OrderFramed.v1", "{\"frame\": \"oak\"}"));
		awaitLetter("R-UNKNOWN");
		await(() -> timeline("R-UNKNOWN").status() == 200);
		assertThat(timeline("R-UNKNOWN").body().at("/entries/0/data/frame").asString()).isEqualTo("oak");
		assertThat(timeline("R-TEXT").status()).isEqualTo(404);
		assertThat(replay(letter, genuine.data()).status()).isEqualTo(200);
		assertThat(timeline("R-TEXT").body().at("/entries/0/data/reason").asString()).isEqualTo("paid");
	}

	@Test
	void twoEventsOfTheSameNumberAndAGapAreReported() {
		ForeignChain chain = new ForeignChain("R-CONFLICT");
		this.system.publish(chain.next(new OrderReleased("R-CONFLICT", "paid"), LI));
		this.system.publish(new ForeignChain("R-CONFLICT").next(new OrderReleased("R-CONFLICT", "forged"), LI));
		assertThat(awaitLetter("R-CONFLICT")).contains("projection");
		chain.next(new OrderReleased("R-CONFLICT", "never published"), LI);
		this.system.publish(chain.next(new OrderReleased("R-CONFLICT", "third"), LI));
		this.system.publish(event("R-CONFLICT", 4, "io.gendan.billing.OrderReleased.v1",
				"{\"order\":\"R-CONFLICT\",\"reason\":\"of another chain\"}"));
		await(() -> entries("R-CONFLICT").size() == 3);
		RebuildProgress rebuilt = rebuild(false);
		assertThat(rebuilt.compared().differentOrders()).isZero();
		assertThat(rebuilt.compared().identical()).isFalse();
		assertThat(rebuilt.read().findings().examples()).contains(
				new StreamFindings.Finding(StreamFindings.Kind.CONFLICT, "billing:R-CONFLICT:1"),
				new StreamFindings.Finding(StreamFindings.Kind.GAP, "billing:R-CONFLICT:3"),
				new StreamFindings.Finding(StreamFindings.Kind.BROKEN_CHAIN, "billing:R-CONFLICT:4"));
	}

	@Test
	void whatStrangersHaveWrittenIsTakenOrLeftAsItIsLive(@TempDir Path keys) throws IOException {
		for (Service service : Service.values()) {
			NewSigningKey.write(keys, service);
		}
		RecordedEvent genuine = new ForeignChain("R-SIGNED").next(new OrderReleased("R-SIGNED", "paid"), LI);
		this.system.publish(new ForeignChain("R-SIGNED").next(new OrderReleased("R-SIGNED", "forged"), LI));
		ProducerRecord<String, byte[]> signed = ForeignChain.record(genuine);
		signed.headers()
			.add(CloudEventHeaders.SIGNATURE,
					EventHeaders.signedWith(keys.resolve("billing.private.jwk"))
						.of(genuine.envelope())
						.get(CloudEventHeaders.SIGNATURE));
		this.system.send(signed);
		RebuildProgress required = rebuild(keys, SigningSettings.Check.REQUIRE);
		assertThat(entriesIn(required.compared().keptIn(), "R-SIGNED")).singleElement().asString().contains("paid");
		assertThat(required.read().findings().counts()).containsKey(StreamFindings.Kind.SIGNATURE)
			.doesNotContainKey(StreamFindings.Kind.CONFLICT);
		assertThat(timeline("R-SIGNED").text()).as("nothing was asked of the live one").contains("forged");
		assertThat(rebuild(keys, SigningSettings.Check.WARN).read().findings().counts())
			.containsEntry(StreamFindings.Kind.SIGNATURE,
					required.read().findings().counts().get(StreamFindings.Kind.SIGNATURE))
			.containsKey(StreamFindings.Kind.CONFLICT);
		assertThat(rebuild(keys, SigningSettings.Check.OFF).read().findings().counts())
			.doesNotContainKey(StreamFindings.Kind.SIGNATURE);
	}

	@Test
	void timelinesThatDifferAreKeptBesideUntilSomebodySaysSo() {
		this.system.publish(new ForeignChain("R-CHANGED").next(new OrderReleased("R-CHANGED", "paid"), LI));
		await(() -> entries("R-CHANGED").size() == 1);
		database().getCollection(pointer().place().live())
			.updateOne(new Document("_id", "R-CHANGED"), Updates.set("entries", List.of()));
		RebuildProgress rebuilt = rebuild(false);
		assertThat(rebuilt.compared().different()).containsExactly("R-CHANGED");
		assertThat(rebuilt.compared().identical()).isFalse();
		assertThat(rebuilt.compared().swapped()).isFalse();
		assertThat(database().listCollectionNames()).contains(rebuilt.compared().keptIn());
		assertThat(pointer().place().live()).isNotEqualTo(rebuilt.compared().keptIn());
		assertThat(entries("R-CHANGED")).as("the live one stays").isEmpty();
		String live = pointer().place().live();
		RebuildProgress adopted = rebuild(true);
		assertThat(adopted.compared().different()).containsExactly("R-CHANGED");
		assertThat(adopted.compared().swapped()).isTrue();
		assertThat(adopted.compared().keptIn()).isEqualTo(live);
		assertThat(entries("R-CHANGED")).hasSize(1);
		assertThat(rebuild(false).compared().differentOrders()).isZero();
		assertThat(database().listCollectionNames().into(new ArrayList<>()))
			.filteredOn((name) -> name.matches("timelines(_\\d+)?"))
			.containsExactly(pointer().place().live());
	}

	@Test
	void whatComesBetweenTheLastLookAndTheSwapIsNotLost() {
		ForeignChain chain = new ForeignChain("R-BETWEEN");
		this.system.publish(chain.next(new OrderReleased("R-BETWEEN", "paid"), LI));
		await(() -> entries("R-BETWEEN").size() == 1);
		RebuildProgress rebuilt = run(instance(new InterruptedPointer(this.mongo, Step.SWAP, () -> {
			this.system.publish(chain.next(new OrderReleased("R-BETWEEN", "again"), LI));
			await(() -> entries("R-BETWEEN").size() == 2);
		}), Duration.ofMinutes(1)), false);
		assertThat(rebuilt.compared().swapped()).as(rebuilt.toString()).isTrue();
		assertThat(entries("R-BETWEEN")).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void oneThatWasStoppedAndOvertakenChangesNothing(Step step) {
		for (int number = 1; number <= 30; number++) {
			ForeignChain chain = new ForeignChain(step + "-" + number);
			this.system.publish(chain.next(new OrderReleased(step + "-" + number, "paid"), LI));
			this.system.publish(chain.next(new OrderReleased(step + "-" + number, "again"), LI));
		}
		await(() -> entries(step + "-30").size() == 2);
		AtomicReference<RebuildProgress> second = new AtomicReference<>();
		TimelineRebuild overtaking = instance(pointer(), Duration.ofMinutes(1));
		RebuildProgress first = run(instance(new InterruptedPointer(this.mongo, step, () -> {
			await(() -> overtaking.start(false));
			await(() -> !overtaking.progress().state().busy());
			second.set(overtaking.progress());
		}), Duration.ofMillis(1)), false);
		assertThat(first.state()).isEqualTo(RebuildProgress.State.FAILED);
		assertThat(first.failure()).contains("given up", "放弃");
		assertThat(second.get().compared().swapped()).as(second.toString()).isTrue();
		for (int number = 1; number <= 30; number++) {
			assertThat(entries(step + "-" + number)).hasSize(2);
		}
		assertThat(rebuild(false).compared().differentOrders()).isZero();
	}

	@Test
	void aSecondOneIsRefusedWhileOneRuns() {
		TimelineRebuild other = instance(pointer(), Duration.ofMinutes(1));
		RebuildProgress rebuilt = run(
				instance(new InterruptedPointer(this.mongo, Step.SWAP, () -> assertThat(other.start(false)).isFalse()),
						Duration.ofMinutes(1)),
				false);
		assertThat(rebuilt.state()).as(rebuilt.toString()).isEqualTo(RebuildProgress.State.DONE);
	}

	private RebuildProgress rebuild(boolean adopt) {
		return run(instance(pointer(), Duration.ofMinutes(1)), adopt);
	}

	private RebuildProgress rebuild(Path keys, SigningSettings.Check check) {
		Map<Service, String> sets = new EnumMap<>(Service.class);
		for (Service service : Service.values()) {
			sets.put(service, keys.resolve(service.label() + ".jwks").toString());
		}
		SigningSettings settings = new SigningSettings(null, check, sets, Duration.ofMinutes(1));
		return run(instance(pointer(), Duration.ofMinutes(1), new SignatureCheck(settings, new SimpleMeterRegistry())),
				false);
	}

	private List<String> entriesIn(@Nullable String collection, String order) {
		assertThat(collection).isNotNull();
		return database().getCollection(collection)
			.find(new Document("_id", order))
			.first()
			.getList("entries", String.class);
	}

	private static RebuildProgress run(TimelineRebuild rebuild, boolean adopt) {
		assertThat(rebuild.start(adopt)).isTrue();
		await(() -> !rebuild.progress().state().busy());
		return rebuild.progress();
	}

	/** A rebuild as another instance of the service has it. */
	private TimelineRebuild instance(TimelinePointer pointer, Duration silence) {
		return instance(pointer, silence, this.signatures);
	}

	private TimelineRebuild instance(TimelinePointer pointer, Duration silence, SignatureCheck check) {
		TimelineSettings settings = new TimelineSettings(silence, Duration.ofSeconds(1));
		RebuildLease lease = new RebuildLease(new Leases(this.mongo), settings);
		return new TimelineRebuild(new RebuildParts(pointer, new Timelines(this.mongo, pointer, lease), this.letters,
				check, this.check, lease, this.mongo, settings), this.kafka, Clock.systemUTC());
	}

	private TimelinePointer pointer() {
		return new TimelinePointer(this.mongo);
	}

	private MongoDatabase database() {
		return this.mongo.getMongoDatabase();
	}

	private List<String> entries(String order) {
		return timeline(order).body().at("/entries").valueStream().map((entry) -> entry.at("/id").asString()).toList();
	}

	private Answer timeline(String order) {
		return this.system.as("sun", "auditor").get("/api/orders/" + order + "/timeline");
	}

	private Answer replay(String letter, String mended) {
		return this.system.as("gu", "operator")
			.post("/api/dead-letters/" + letter + "/replay", Map.of("value", mended));
	}

	private void send(RecordedEvent event, String key, String data) {
		ProducerRecord<String, byte[]> good = ForeignChain.record(event);
		this.system
			.send(new ProducerRecord<>(good.topic(), null, key, data.getBytes(StandardCharsets.UTF_8), good.headers()));
	}

	private String awaitLetter(String order) {
		List<String> found = new ArrayList<>();
		await(() -> {
			this.system.as("sun", "auditor")
				.get("/api/dead-letters?order=" + order)
				.body()
				.path("items")
				.valueStream()
				.map((letter) -> letter.path("id").asString())
				.filter((letter) -> letter.contains("projection"))
				.forEach(found::add);
			return !found.isEmpty();
		});
		return found.getFirst();
	}

	/** With the right hash, whatever the data. */
	private static RecordedEvent event(String order, long sequence, String type, String data) {
		Envelope unsigned = new Envelope(Envelope.id(Service.BILLING, order, sequence), type, Service.BILLING, order,
				Instant.parse("2026-03-01T08:00:00Z"), sequence, sequence, "command:test", order, LI, HashChain.GENESIS,
				"", null);
		return new RecordedEvent(
				new Envelope(unsigned.id(), type, Service.BILLING, order, unsigned.time(), sequence, sequence,
						unsigned.causationId(), order, LI, HashChain.GENESIS, HashChain.hash(unsigned, data), null),
				data);
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(condition);
	}

	/** Where a rebuild may be stopped while life goes on. */
	enum Step {

		BEGIN, ANNOUNCE, SWAP

	}

	/** Something happens right before a step. */
	private static final class InterruptedPointer extends TimelinePointer {

		private final Step step;

		private final Runnable meanwhile;

		InterruptedPointer(MongoDatabaseFactory mongo, Step step, Runnable meanwhile) {
			super(mongo);
			this.step = step;
			this.meanwhile = meanwhile;
		}

		@Override
		boolean begin(long token) {
			before(Step.BEGIN);
			return super.begin(token);
		}

		@Override
		boolean announce(long token, String next) {
			before(Step.ANNOUNCE);
			return super.announce(token, next);
		}

		@Override
		boolean swap(long token, String next) {
			before(Step.SWAP);
			return super.swap(token, next);
		}

		private void before(Step now) {
			if (now == this.step) {
				this.meanwhile.run();
			}
		}

	}

}
