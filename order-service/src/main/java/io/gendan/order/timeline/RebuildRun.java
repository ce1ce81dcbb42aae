package io.gendan.order.timeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.mongodb.client.MongoDatabase;
import io.gendan.contract.RecordedEvent;
import io.gendan.messaging.engine.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, in a collection of its own. Its token stands in the name, so that only
 * what can no longer become live is tidied away, and decides in the very write that
 * swaps: a rebuild that was stopped for a while, and has been overtaken, changes nothing
 * any more.
 */
final class RebuildRun {

	private static final Pattern COLLECTIONS = Pattern.compile(TimelinePointer.FIRST + "(?:_(\\d{1,18}))?");

	private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(2);

	private static final int SHOWN = 100;

	private final long token;

	private final String name;

	private final RebuildParts parts;

	private final StreamReader stream;

	private final StreamFindings findings;

	private final Consumer<UnaryOperator<RebuildProgress>> progress;

	private final long began = System.nanoTime();

	private long renewed = System.nanoTime();

	private final AtomicLong events = new AtomicLong();

	RebuildRun(long token, RebuildParts parts, StreamReader stream, StreamFindings findings,
			Consumer<UnaryOperator<RebuildProgress>> progress) {
		this.token = token;
		this.name = TimelinePointer.FIRST + "_" + token;
		this.parts = parts;
		this.stream = stream;
		this.findings = findings;
		this.progress = progress;
	}

	/**
	 * Rebuilds, compares and swaps.
	 * @param adopt whether to swap although they differ
	 * @throws LeaseLostException if another rebuild has begun
	 */
	void run(boolean adopt) {
		try {
			rebuild(adopt);
		}
		catch (RuntimeException | Error ex) {
			giveUp(ex);
			throw ex;
		}
	}

	private void rebuild(boolean adopt) {
		sure(this.parts.pointer().begin(this.token));
		String liveName = this.parts.pointer().place().live();
		tidy(liveName);
		TimelineCollection live = this.parts.timelines().collection(liveName);
		TimelineCollection rebuilt = this.parts.timelines().collection(this.name);
		read(rebuilt);
		sure(this.parts.pointer().announce(this.token, this.name));
		// Whatever comes from here on is written to both by whoever takes it.
		this.stream.readToEnd((batch) -> add(rebuilt, batch), this::pulse);
		this.parts.letters().read((batch) -> add(rebuilt, batch));
		report();
		RebuildProgress.Compared compared = compare(rebuilt, live);
		this.progress.accept((before) -> before.with(this.findings.report()));
		if (compared.differentOrders() > 0 && !adopt) {
			this.parts.pointer().withdraw(this.name);
			show(RebuildProgress.State.COMPARING, compared.kept(this.name));
			return;
		}
		show(RebuildProgress.State.SWAPPING, compared);
		sure(this.parts.pointer().swap(this.token, this.name));
		if (compared.differentOrders() == 0) {
			live.drop();
			show(RebuildProgress.State.SWAPPING, compared.swappedIn(null));
		}
		else {
			show(RebuildProgress.State.SWAPPING, compared.swappedIn(liveName));
		}
	}

	/** Once it is withdrawn it cannot become live; if it has, the answer was lost. */
	private void giveUp(Throwable cause) {
		try {
			this.parts.pointer().withdraw(this.name);
			if (!this.parts.pointer().place().live().equals(this.name)) {
				this.parts.mongo().getMongoDatabase().getCollection(this.name).drop();
			}
		}
		catch (RuntimeException ex) {
			cause.addSuppressed(ex);
		}
	}

	/** Since this rebuild has begun, no earlier one can swap any more. */
	private void tidy(String live) {
		MongoDatabase database = this.parts.mongo().getMongoDatabase();
		for (String name : database.listCollectionNames()) {
			var parts = COLLECTIONS.matcher(name);
			if (parts.matches() && !name.equals(live)
					&& (parts.group(1) == null || Long.parseLong(parts.group(1)) < this.token)) {
				database.getCollection(name).drop();
			}
		}
	}

	private void read(TimelineCollection rebuilt) {
		try (ExecutorService writer = Executors.newVirtualThreadPerTaskExecutor()) {
			AtomicReference<@Nullable Future<?>> writing = new AtomicReference<>();
			// While one batch is written the next is read.
			this.stream.readToEnd((batch) -> {
				finish(writing.getAndSet(null));
				writing.set(writer.submit(() -> add(rebuilt, batch)));
				report();
			}, this::pulse);
			finish(writing.get());
		}
		report();
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

	private void add(TimelineCollection rebuilt, List<RecordedEvent> batch) {
		List<Verdict> verdicts = this.parts.check().pass(batch, rebuilt::add);
		for (int i = 0; i < batch.size(); i++) {
			if (verdicts.get(i).kind() == Verdict.Kind.REJECTED) {
				this.findings.rejected(batch.get(i).envelope(), verdicts.get(i));
			}
		}
		this.events.addAndGet(batch.size());
	}

	private RebuildProgress.Compared compare(TimelineCollection rebuilt, TimelineCollection live) {
		show(RebuildProgress.State.COMPARING, RebuildProgress.Compared.NOT_YET);
		TimelineComparison.Result result = new TimelineComparison(rebuilt, live, this::pulse)
			.settled(this.findings::verify, this.parts.settings().patience());
		return new RebuildProgress.Compared(result.orders(),
				result.count() == 0 && !this.findings.has(StreamFindings.Kind.CONFLICT), result.count(),
				result.different().stream().limit(SHOWN).toList(), false, null);
	}

	private void report() {
		pulse();
		long sofar = this.events.get();
		long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - this.began).toMillis());
		this.progress.accept((before) -> before
			.with(new RebuildProgress.Read(sofar, sofar * 1000 / millis, this.findings.report())));
	}

	private void show(RebuildProgress.State state, RebuildProgress.Compared compared) {
		this.progress.accept((before) -> before.with(state, compared));
	}

	private void pulse() {
		if (System.nanoTime() - this.renewed > BETWEEN_RENEWALS.toNanos()) {
			sure(this.parts.lease().renew(this.token));
			this.renewed = System.nanoTime();
		}
	}

	private void sure(boolean mine) {
		if (!mine) {
			throw new LeaseLostException(this.token);
		}
	}

}
