package io.gendan.order.timeline;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.gendan.contract.RecordedEvent;
import io.gendan.order.lease.Leases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Rebuilds all timelines from the first event, compares them with the live ones and puts
 * them in their place (ORD-17). The live ones stay in use, and up to date, until then.
 */
@Component
class TimelineRebuild {

	private static final Logger log = LoggerFactory.getLogger(TimelineRebuild.class);

	private static final String LEASE = "timeline-rebuild";

	private static final Duration LEASE_TIME = Duration.ofMinutes(1);

	/**
	 * Events under way make the two differ for a moment; what still differs after so many
	 * looks differs indeed.
	 */
	private static final int LOOKS = 25;

	private final TimelineStore live;

	private final MongoDatabaseFactory mongo;

	private final KafkaProperties kafka;

	private final Leases leases;

	private final Clock clock;

	private final AtomicBoolean running = new AtomicBoolean();

	private volatile RebuildProgress progress = RebuildProgress.NEVER;

	TimelineRebuild(TimelineStore live, MongoDatabaseFactory mongo, KafkaProperties kafka, Leases leases, Clock clock) {
		this.live = live;
		this.mongo = mongo;
		this.kafka = kafka;
		this.leases = leases;
		this.clock = clock;
	}

	RebuildProgress progress() {
		return this.progress;
	}

	/**
	 * Starts a rebuild in the background.
	 * @return false if one is running, here or in another instance
	 */
	boolean start() {
		if (!this.running.compareAndSet(false, true)) {
			return false;
		}
		if (!this.leases.take(LEASE, LEASE_TIME)) {
			this.running.set(false);
			return false;
		}
		this.progress = RebuildProgress.begun(this.clock.instant());
		Thread.ofVirtual().name("timeline-rebuild").start(this::run);
		return true;
	}

	private void run() {
		try (StreamReader stream = new StreamReader(this.kafka.buildConsumerProperties())) {
			TimelineStore rebuilt = new TimelineStore(this.mongo.getMongoDatabase(), "timelines_rebuilt");
			rebuilt.drop();
			rebuilt.createIndexes();
			read(stream, rebuilt);
			List<String> different = compare(stream, rebuilt);
			this.progress = this.progress.swapping(different);
			rebuilt.replace(this.live);
			// What went to the old collection since the last look comes again.
			stream.readToEnd(this.live::add);
			this.progress = this.progress.done(this.clock.instant());
			log.info("Timelines rebuilt: {}", this.progress);
		}
		catch (RuntimeException ex) {
			log.error("The rebuild of the timelines has failed; the live ones stay", ex);
			this.progress = this.progress.failed(this.clock.instant(), ex.toString());
		}
		finally {
			this.leases.release(LEASE);
			this.running.set(false);
		}
	}

	private void read(StreamReader stream, TimelineStore rebuilt) {
		long began = System.nanoTime();
		try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
			AtomicReference<@Nullable Future<?>> writing = new AtomicReference<>();
			// While one batch is written the next is read.
			stream.readToEnd((batch) -> {
				this.leases.take(LEASE, LEASE_TIME);
				finish(writing.getAndSet(null));
				writing.set(writer.submit(() -> rebuilt.add(batch)));
				count(batch, stream, began);
			});
			finish(writing.get());
		}
		count(List.of(), stream, began);
	}

	private static void finish(@Nullable Future<?> write) {
		try {
			if (write != null) {
				write.get();
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A batch could not be written", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped while writing", ex);
		}
	}

	private void count(List<RecordedEvent> batch, StreamReader stream, long began) {
		long events = this.progress.events() + batch.size();
		long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toMillis());
		this.progress = this.progress.read(events, stream.poison(), events * 1000 / millis);
	}

	private List<String> compare(StreamReader stream, TimelineStore rebuilt) {
		TimelineComparison comparison = new TimelineComparison(rebuilt, this.live);
		TimelineComparison.Result result = comparison.all();
		this.progress = this.progress.comparing(result.orders());
		List<String> different = result.different();
		for (int look = 0; look < LOOKS && !different.isEmpty(); look++) {
			this.leases.take(LEASE, LEASE_TIME);
			stream.readMore(rebuilt::add);
			different = comparison.different(different);
		}
		return different;
	}

}
