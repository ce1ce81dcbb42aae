package io.gendan.messaging.replay;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import io.gendan.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the stage the history of a type that it listens to only since a later version:
 * the inbox had passed over these events. Each is taken once, whoever asks how often. One
 * replay runs at a time; the newest are remembered until the instance ends.
 */
public final class Replays {

	private static final Logger log = LoggerFactory.getLogger(Replays.class);

	private static final int REMEMBERED = 20;

	private final Stage<?, ?, ?> stage;

	private final EventCodec codec;

	private final TopicHistory history;

	private final SignatureCheck signatures;

	private final Function<List<RecordedEvent>, List<Verdict>> handler;

	private final Clock clock;

	private final List<TypeReplay> replays = new ArrayList<>();

	/**
	 * No replays yet.
	 * @param stage the stage
	 * @param codec knows which versions are lifted to which
	 * @param history reads topics
	 * @param signatures says whose events they are
	 * @param handler takes events the stage has passed over
	 * @param clock the time
	 */
	public Replays(Stage<?, ?, ?> stage, EventCodec codec, TopicHistory history, SignatureCheck signatures,
			Function<List<RecordedEvent>, List<Verdict>> handler, Clock clock) {
		this.stage = stage;
		this.codec = codec;
		this.history = history;
		this.signatures = signatures;
		this.handler = handler;
		this.clock = clock;
	}

	/**
	 * Whether the stage listens to a type.
	 * @param type wire name with version
	 * @return true if a replay of it makes sense
	 */
	public boolean listensTo(String type) {
		return EventCatalogue.find(type).filter(this.stage.listensTo()::contains).isPresent();
	}

	/**
	 * Starts a replay.
	 * @param type wire name of a type that the stage listens to
	 * @param actor who asks for it
	 * @return the replay, or empty if another one is running
	 */
	public synchronized Optional<TypeReplay> start(String type, Actor actor) {
		if (!this.replays.isEmpty() && this.replays.getFirst().state() == TypeReplay.State.RUNNING) {
			return Optional.empty();
		}
		TypeReplay replay = TypeReplay.started(type, actor.toString(),
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		this.replays.addFirst(replay);
		if (this.replays.size() > REMEMBERED) {
			this.replays.removeLast();
		}
		Thread.ofVirtual().name("gendan-replay").start(() -> run(replay));
		return Optional.of(replay);
	}

	/**
	 * The newest replays of this instance.
	 * @return newest first
	 */
	public synchronized List<TypeReplay> newest() {
		return List.copyOf(this.replays);
	}

	private void run(TypeReplay started) {
		TypeReplay[] replay = { started };
		try {
			this.history.read(topic(started.type()), (records) -> {
				replay[0] = hand(replay[0], records);
				progress(replay[0]);
			});
			progress(replay[0].ended(TypeReplay.State.DONE, this.clock.instant(), null));
		}
		catch (RuntimeException ex) {
			log.error("The replay of {} failed; what was taken stays", started.type(), ex);
			progress(replay[0].ended(TypeReplay.State.FAILED, this.clock.instant(), ex.toString()));
		}
	}

	private TypeReplay hand(TypeReplay replay, List<TopicRecord> records) {
		List<RecordedEvent> events = new ArrayList<>();
		for (TopicRecord record : records) {
			try {
				RecordedEvent event = record.event();
				if (this.codec.newest(event.envelope().type()).equals(replay.type())
						&& this.signatures.objection(record, event) == null) {
					events.add(event);
				}
			}
			catch (MalformedEventException ex) {
				log.trace("{} is a dead letter already", record, ex);
			}
		}
		List<Verdict> verdicts = this.handler.apply(events);
		return replay.read(records.size(), count(verdicts, Verdict.Kind.TAKEN), count(verdicts, Verdict.Kind.DUPLICATE),
				count(verdicts, Verdict.Kind.REJECTED));
	}

	private synchronized void progress(TypeReplay replay) {
		this.replays.set(0, replay);
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
