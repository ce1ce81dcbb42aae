package io.gendan.order.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a timeline has already.
 *
 * @param version its version, 0 if there is none yet
 * @param marks its events
 */
record Seen(long version, Set<String> marks) {

	static final Seen NOTHING = new Seen(0, Set.of());

	/**
	 * What is new of some events.
	 * @param entries events of this order
	 * @return each once, without those that are there
	 */
	List<TimelineEntry> fresh(List<TimelineEntry> entries) {
		Set<String> taken = new HashSet<>(this.marks);
		return entries.stream().filter((entry) -> taken.add(entry.mark())).toList();
	}

	/**
	 * What it has after a write.
	 * @param written the entries that were new
	 * @return with the next version
	 */
	Seen with(List<TimelineEntry> written) {
		Set<String> all = new HashSet<>(this.marks);
		written.forEach((entry) -> all.add(entry.mark()));
		return new Seen(this.version + 1, Set.copyOf(all));
	}

}
