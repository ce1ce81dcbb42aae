package io.gendan.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.messaging.engine.ClockWrongException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works on imports. Those of several users advance in turn, batch by batch, so that
 * nobody waits for another's file; those of one user come one after the other. What a
 * crash has left is taken up again by whichever instance sees it first.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	/** Seconds within which a batch is written when all is well. */
	private static final long BATCH_TIME = 5;

	private static final long BETWEEN_REMOVALS = TimeUnit.HOURS.toNanos(1);

	/** Files removed in one go; more follow with the next round. */
	private static final int REMOVED_AT_ONCE = 20;

	private final ImportStore store;

	private final ImportClaims claims;

	private final Map<ImportKind, ImportBatch> batches = new EnumMap<>(ImportKind.class);

	private final RefusedAttempts attempts;

	private final MappingReader mappings;

	private final ImportSettings settings;

	private final Clock clock;

	private volatile ScheduledExecutorService thread = newThread();

	/** Touched by that thread alone. */
	private final Map<String, ImportRun> runs = new LinkedHashMap<>();

	private long looked;

	private long removed = System.nanoTime() - BETWEEN_REMOVALS;

	private boolean indexed;

	private final AtomicBoolean newWork = new AtomicBoolean();

	private volatile boolean running;

	ImportWorker(ImportStore store, ImportClaims claims, List<ImportBatch> batches, RefusedAttempts attempts,
			MappingReader mappings, ImportSettings settings, Clock clock) {
		this.store = store;
		this.claims = claims;
		batches.forEach((batch) -> this.batches.put(batch.kind(), batch));
		this.attempts = attempts;
		this.mappings = mappings;
		this.settings = settings;
		this.clock = clock;
	}

	/** Looks for work now instead of at the next round. */
	void wake() {
		this.newWork.set(true);
		try {
			this.thread.execute(this::workOff);
		}
		catch (RejectedExecutionException ex) {
			log.info("This instance is ending; another one takes the import up");
		}
	}

	@Override
	public void start() {
		if (this.thread.isShutdown()) {
			this.thread = newThread();
		}
		this.running = true;
		this.thread.scheduleWithFixedDelay(this::workOff, pause(), pause(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.shutdown();
		try {
			this.thread.awaitTermination(BATCH_TIME, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private static ScheduledExecutorService newThread() {
		return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("imports").daemon().factory());
	}

	private long pause() {
		return this.settings.lookForOrphans().toNanos();
	}

	private void workOff() {
		try {
			tidy();
			admit();
			while (this.running && !this.runs.isEmpty()) {
				boolean ended = turn();
				if (this.newWork.getAndSet(false) || ended || System.nanoTime() - this.looked > pause()) {
					admit();
				}
			}
		}
		catch (RuntimeException ex) {
			log.warn("Imports cannot be worked on at the moment; they wait", ex);
		}
		// It would end the schedule for good.
		catch (Error ex) {
			log.error("The thread of imports failed; it goes on with the next round", ex);
		}
		finally {
			leave();
		}
	}

	private void tidy() {
		if (!this.indexed) {
			this.store.createIndexes();
			this.indexed = true;
		}
		if (System.nanoTime() - this.removed >= BETWEEN_REMOVALS && this.store
			.removeFiles(this.clock.instant().minus(this.settings.keepFiles()), REMOVED_AT_ONCE) < REMOVED_AT_ONCE) {
			this.removed = System.nanoTime();
		}
	}

	/** Begins what waits, one import of each user, as long as there is room. */
	private void admit() {
		this.looked = System.nanoTime();
		if (this.runs.size() >= this.settings.atOnce()) {
			return;
		}
		Set<String> busy = new HashSet<>();
		this.runs.values().forEach((run) -> busy.add(run.claim().record().uploader().actor().id()));
		for (ImportRecord waiting : this.store.running(busy)) {
			if (this.running && this.runs.size() < this.settings.atOnce() && !this.runs.containsKey(waiting.id())
					&& busy.add(waiting.uploader().actor().id())) {
				this.claims.take(waiting.id()).ifPresent(this::begin);
			}
		}
	}

	private void begin(ImportClaim claim) {
		try {
			ImportRecord record = claim.record();
			this.runs.put(record.id(), ImportRun.open(claim, this.mappings.read(record.kind(), record.mapping()),
					this.store.content(record), this.settings));
		}
		catch (IOException | RuntimeException | Error ex) {
			failed(claim, ex);
		}
	}

	/** One batch of every run; true if one of them has ended. */
	private boolean turn() {
		boolean ended = false;
		Iterator<ImportRun> turn = this.runs.values().iterator();
		while (this.running && turn.hasNext()) {
			ImportRun run = turn.next();
			if (!advanced(run)) {
				turn.remove();
				close(run);
				ended = true;
			}
		}
		return ended;
	}

	/** False if there is nothing more to do. */
	private boolean advanced(ImportRun run) {
		try {
			if (!run.done()) {
				run.advance(batch(run), this.store, this.attempts);
				if (!this.claims.progress(run.claim(), run.counts())) {
					return false;
				}
			}
			if (!run.done()) {
				return true;
			}
			this.claims.finish(run.claim(), run.counts());
			log.info("Import {} of {} done: {} new, {} changed, {} already known, {} refused",
					run.claim().record().id(), run.claim().record().kind(), run.counts().placed(),
					run.counts().changedEntries(), run.counts().knownAlready(), run.counts().refusedOrders());
		}
		catch (RuntimeException | Error ex) {
			failed(run.claim(), ex);
		}
		return false;
	}

	private ImportBatch batch(ImportRun run) {
		return Objects.requireNonNull(this.batches.get(run.claim().record().kind()));
	}

	/**
	 * A store that is away, or a wrong clock, is no failure of the file: it is waited
	 * for.
	 */
	private void failed(ImportClaim claim, Throwable why) {
		boolean refused = why instanceof MongoWriteException || why instanceof MongoBulkWriteException
				|| why instanceof MongoCommandException;
		if (why instanceof MongoException away && !refused) {
			throw away;
		}
		if (why instanceof ClockWrongException wrong) {
			throw wrong;
		}
		log.error("Import {} has failed; it is tried again unless that was often enough", claim.record().id(), why);
		this.claims.failed(claim, why);
	}

	private void leave() {
		for (ImportRun run : this.runs.values()) {
			close(run);
			try {
				this.claims.leave(run.claim());
			}
			catch (RuntimeException | Error ex) {
				log.warn("Import {} is taken up again when its lease has ended", run.claim().record().id(), ex);
			}
		}
		this.runs.clear();
	}

	private static void close(ImportRun run) {
		try {
			run.close();
		}
		catch (IOException | RuntimeException | Error ex) {
			log.warn("The file of import {} could not be closed", run.claim().record().id(), ex);
		}
	}

}
