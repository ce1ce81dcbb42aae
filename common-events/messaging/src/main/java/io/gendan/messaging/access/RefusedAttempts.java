package io.gendan.messaging.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps what was refused. Requests only leave their attempt here; a thread writes what
 * has gathered, and keeps it while the store is away.
 */
public final class RefusedAttempts implements SmartLifecycle {

	/** Name of the collection in every service's own database. */
	public static final String COLLECTION = "accessRefusals";

	private static final Logger log = LoggerFactory.getLogger(RefusedAttempts.class);

	private static final Duration GATHERING = Duration.ofMillis(500);

	private static final Duration AGAIN = Duration.ofSeconds(5);

	private static final Duration TIDYING = Duration.ofHours(1);

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private final AttemptBuffer buffer = new AttemptBuffer();

	private final AttemptStore store;

	private final Duration kept;

	private final Clock clock;

	private final MeterRegistry registry;

	private @Nullable Thread thread;

	/**
	 * A record without attempts.
	 * @param collection where they are kept
	 * @param kept how long
	 * @param clock the time
	 * @param registry counts them
	 */
	public RefusedAttempts(MongoCollection<Document> collection, Duration kept, Clock clock, MeterRegistry registry) {
		this.store = new AttemptStore(collection);
		this.kept = kept;
		this.clock = clock;
		this.registry = registry;
	}

	/**
	 * Takes an attempt to be written down; returns at once.
	 * @param attempt what was tried
	 */
	public void add(RefusedAttempt attempt) {
		this.registry.counter("gendan.access.refused", "reason", attempt.reason().name().toLowerCase(Locale.ROOT))
			.increment();
		this.buffer.add(attempt, this.clock.instant());
	}

	/**
	 * A page of what is written, newest first.
	 * @param user only of this user, null for all
	 * @param reason only for this reason, null for all
	 * @param after cursor of the page before, null for the first page
	 * @param limit rows at the most
	 * @return the page
	 */
	public AttemptPage page(@Nullable String user, RefusedAttempt.@Nullable Reason reason, @Nullable String after,
			int limit) {
		List<AttemptView> found = this.store.find(user, reason, after, limit + 1);
		return (found.size() <= limit) ? new AttemptPage(found, null)
				: new AttemptPage(found.subList(0, limit), found.get(limit - 1).id());
	}

	/**
	 * Whether a text can be the cursor of a page.
	 * @param after a text
	 * @return true for the id of an attempt
	 */
	public static boolean isCursor(String after) {
		return ObjectId.isValid(after);
	}

	@Override
	public synchronized void start() {
		this.thread = Thread.ofPlatform().daemon().name("gendan-refused-attempts").start(this::run);
	}

	/** What has gathered is still written, if the store answers soon. */
	@Override
	public synchronized void stop() {
		Thread running = this.thread;
		this.thread = null;
		if (running != null) {
			running.interrupt();
			try {
				running.join(FAREWELL);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		Instant tidied = Instant.EPOCH;
		try {
			while (true) {
				this.buffer.await(TIDYING);
				Thread.sleep(GATHERING);
				Instant now = this.clock.instant();
				if (!write()) {
					Thread.sleep(AGAIN);
				}
				else if (!now.isBefore(tidied.plus(TIDYING)) && tidy(now)) {
					tidied = now;
				}
			}
		}
		catch (InterruptedException ex) {
			write();
		}
	}

	/** Returns false if the store does not answer; everything waits then. */
	private boolean write() {
		List<Tally> taken = this.buffer.take();
		if (taken.isEmpty() || answers(() -> this.store.write(taken))) {
			return true;
		}
		this.buffer.takeBack(taken);
		return false;
	}

	private boolean tidy(Instant now) {
		return answers(() -> {
			this.store.createIndexes();
			this.store.forgetBefore(now.minus(this.kept));
		});
	}

	private static boolean answers(Runnable work) {
		try {
			work.run();
			return true;
		}
		catch (RuntimeException | Error ex) {
			log.warn("Refused attempts cannot be written at the moment; they wait: {}", ex.toString());
			return false;
		}
	}

}
