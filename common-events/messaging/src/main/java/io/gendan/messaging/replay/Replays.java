package io.gendan.messaging.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.gendan.contract.Actor;
import io.gendan.contract.EventCatalogue;
import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.RecordedEvent;
import io.gendan.contract.Service;
import io.gendan.messaging.engine.Verdict;
import io.gendan.messaging.signature.SignatureCheck;
import io.gendan.messaging.topic.TopicRecord;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the stage the history of a type that it listens to only since a later version:
 * the inbox had passed over these events. Each is taken once, whoever asks how often. One
 * replay runs at a time, in whichever instance.
 */
public final class Replays {

	private static final Logger log = LoggerFactory.getLogger(Replays.class);

	private static final int SHOWN = 20;

	private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(2);

	private final Set<Class<? extends GendanEvent>> listened;

	private final EventCodec codec;

	private final TopicHistory history;

	private final SignatureCheck signatures;

	private final Function<List<RecordedEvent>, List<Verdict>> handler;

	private final Clock clock;

	private final ReplayStore store;

	/**
	 * The replays of a service.
	 * @param listened events of others that its stages listen to
	 * @param codec knows which versions are lifted to which
	 * @param history reads topics
	 * @param signatures says whose events they are
	 * @param handler takes events the stage has passed over
	 * @param store keeps how they go
	 * @param clock the time
	 */
	public Replays(Set<Class<? extends GendanEvent>> listened, EventCodec codec, TopicHistory history,
			SignatureCheck signatures, Function<List<RecordedEvent>, List<Verdict>> handler, ReplayStore store,
			Clock clock) {
		this.listened = Set.copyOf(listened);
		this.codec = codec;
		this.history = history;
		this.signatures = signatures;
		this.handler = handler;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Whether the stage listens to a type, or to one that it is lifted to.
	 * @param type wire name with version
	 * @return true if a replay of it makes sense
	 */
	public boolean listensTo(String type) {
		return EventCatalogue.find(this.codec.newest(type)).filter(this.listened::contains).isPresent();
	}

	/**
	 * Starts a replay.
	 * @param type wire name of a type that the stage listens to
	 * @param actor who asks for it
	 * @return the replay, or empty if another one is running
	 */
	public Optional<TypeReplay> start(String type, Actor actor) {
		TypeReplay replay = TypeReplay.started(this.codec.newest(type), actor.toString(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		Optional<ObjectId> id = this.store.begin(replay);
		id.ifPresent((begun) -> Thread.ofVirtual().name("gendan-replay").start(() -> run(begun, replay)));
		return id.map((begun) -> replay);
	}

	/**
	 * The newest replays of this service.
	 * @return newest first
	 */
	public List<TypeReplay> newest() {
		return this.store.newest(SHOWN);
	}

	private void run(ObjectId id, TypeReplay started) {
		TypeReplay[] replay = { started };
		long[] signed = { System.nanoTime() };
		try {
			this.history.read(topic(started.type()), (records) -> {
				replay[0] = hand(replay[0], records);
				if (System.nanoTime() - signed[0] > BETWEEN_SIGNS.toNanos()) {
					signed[0] = System.nanoTime();
					mustGoOn(this.store.keep(id, replay[0]));
				}
			});
			mustGoOn(this.store.keep(id, replay[0].ended(TypeReplay.State.DONE, this.clock.instant(), null)));
		}
		catch (RuntimeException | Error ex) {
			log.error("The replay of {} failed; what was taken stays", started.type(), ex);
			this.store.keep(id, replay[0].ended(TypeReplay.State.FAILED, this.clock.instant(), ex.toString()));
		}
	}

	private static void mustGoOn(boolean known) {
		if (!known) {
			throw new IllegalStateException("The replay was silent for too long and counts as interrupted");
		}
	}

	private TypeReplay hand(TypeReplay replay, List<TopicRecord> records) {
		List<RecordedEvent> events = new ArrayList<>();
		long strangers = 0;
		for (TopicRecord record : records) {
			try {
				RecordedEvent event = record.event();
				if (!this.codec.newest(event.envelope().type()).equals(replay.type())) {
					continue;
				}
				if (this.signatures.refuses() && this.signatures.doubt(record, event) != null) {
					strangers++;
				}
				else {
					events.add(event);
				}
			}
			catch (MalformedEventException ex) {
				log.trace("{} is a dead letter already", record, ex);
			}
		}
		List<Verdict> verdicts = this.handler.apply(events);
		return replay.read(records.size(), count(verdicts, Verdict.Kind.TAKEN), count(verdicts, Verdict.Kind.DUPLICATE),
				strangers + count(verdicts, Verdict.Kind.REJECTED));
	}

	private static long count(List<Verdict> verdicts, Verdict.Kind kind) {
		return verdicts.stream().filter((verdict) -> verdict.kind() == kind).count();
	}

	private static String topic(String type) {
		Class<? extends GendanEvent> event = EventCatalogue.find(type).orElseThrow();
		for (Service service : Service.values()) {
			if (EventCatalogue.of(service).contains(event)) {
				return service.topic();
			}
		}
		throw new IllegalStateException("No service writes " + type);
	}

}
