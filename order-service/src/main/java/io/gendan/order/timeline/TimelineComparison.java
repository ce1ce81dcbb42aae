package io.gendan.order.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Compares two collections of timelines byte for byte, a chunk of bounded size at a time.
 */
final class TimelineComparison {

	private static final int CHUNK_ORDERS = 200;

	private static final long CHUNK_BYTES = 1024 * 1024;

	/** More need not be remembered: then it is no matter of a moment. */
	private static final int MOST_DIFFERENT = 10_000;

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

	private final TimelineCollection rebuilt;

	private final TimelineCollection live;

	private final Runnable pulse;

	/**
	 * A comparison.
	 * @param rebuilt the timelines made anew
	 * @param live the timelines in use
	 * @param pulse called after every chunk
	 */
	TimelineComparison(TimelineCollection rebuilt, TimelineCollection live, Runnable pulse) {
		this.rebuilt = rebuilt;
		this.live = live;
		this.pulse = pulse;
	}

	/**
	 * Compares all orders that either has.
	 * @param visitor is shown order and marks of all that have been rebuilt
	 * @return orders and which of them differ
	 */
	Result all(BiConsumer<String, List<String>> visitor) {
		Differences differences = new Differences();
		long orders = inChunks(this.rebuilt.sizes(), (chunk) -> differences.add(different(chunk, visitor)));
		inChunks(this.live.sizes(), (chunk) -> {
			Set<String> unknown = new LinkedHashSet<>(chunk);
			unknown.removeAll(this.rebuilt.present(chunk));
			differences.add(unknown);
		});
		return new Result(orders, differences.count, List.copyOf(differences.orders));
	}

	/**
	 * Compares all orders, and what differs again and again: events under way make the
	 * two differ for a moment. They differ indeed once they have not come closer for as
	 * long as no event is under way.
	 * @param visitor is shown order and marks of all that have been rebuilt
	 * @param patience how long that is
	 * @return orders and which of them differ
	 */
	Result settled(BiConsumer<String, List<String>> visitor, Duration patience) {
		Result result = all(visitor);
		long closer = System.nanoTime();
		while (result.count() > 0 && result.complete() && System.nanoTime() - closer < patience.toNanos()) {
			pause();
			List<String> still = different(result.different());
			closer = (still.size() < result.count()) ? System.nanoTime() : closer;
			result = new Result(result.orders(), still.size(), still);
		}
		return result;
	}

	private void pause() {
		try {
			Thread.sleep(BETWEEN_LOOKS);
			this.pulse.run();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Stopped while comparing", ex);
		}
	}

	/**
	 * Compares some orders again.
	 * @param orders which
	 * @return those that still differ
	 */
	List<String> different(Collection<String> orders) {
		List<String> different = new ArrayList<>();
		inChunks(this.rebuilt.sizes(orders), (chunk) -> different.addAll(different(chunk, (order, marks) -> {
		})));
		return different;
	}

	private long inChunks(Iterable<TimelineCollection.Size> orders, Consumer<List<String>> chunks) {
		long count = 0;
		long bytes = 0;
		List<String> chunk = new ArrayList<>(CHUNK_ORDERS);
		for (TimelineCollection.Size size : orders) {
			if (!chunk.isEmpty() && (chunk.size() == CHUNK_ORDERS || bytes + size.bytes() > CHUNK_BYTES)) {
				chunks.accept(chunk);
				this.pulse.run();
				chunk = new ArrayList<>(CHUNK_ORDERS);
				bytes = 0;
			}
			count++;
			chunk.add(size.order());
			bytes += size.bytes();
		}
		chunks.accept(chunk);
		return count;
	}

	private Set<String> different(List<String> chunk, BiConsumer<String, List<String>> visitor) {
		Set<String> different = new LinkedHashSet<>();
		Map<String, List<String>> lines = new HashMap<>();
		for (TimelineCollection.Stored here : this.rebuilt.stored(chunk)) {
			lines.put(here.order(), here.lines());
			different.add(here.order());
			visitor.accept(here.order(), here.marks());
		}
		for (TimelineCollection.Stored there : this.live.stored(chunk)) {
			if (there.lines().equals(lines.get(there.order()))) {
				different.remove(there.order());
			}
			else {
				different.add(there.order());
			}
		}
		return different;
	}

	private static final class Differences {

		private final Set<String> orders = new LinkedHashSet<>();

		private long count;

		void add(Set<String> found) {
			this.count += found.size();
			if (this.orders.size() + found.size() <= MOST_DIFFERENT) {
				this.orders.addAll(found);
			}
		}

	}

	/**
	 * What a comparison comes to.
	 *
	 * @param orders orders that have been rebuilt
	 * @param count how many orders differ
	 * @param different which; not all of them if there are very many
	 */
	record Result(long orders, long count, List<String> different) {

		boolean complete() {
			return this.different.size() == this.count;
		}

	}

}
