package io.gendan.acceptance.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.gendan.acceptance.soak.Fault.Kind;

/** The events of one service about one subject: gapless, unbroken, repeated unchanged. */
final class Chain {

	private final TreeMap<Integer, ReadEvent> events = new TreeMap<>();

	private final Map<Integer, Integer> heads = new HashMap<>();

	private int duplicates;

	/**
	 * Takes the next event as it stands on its partition.
	 * @param event of this service and subject
	 * @param faults where to tell what is wrong with it
	 */
	void add(ReadEvent event, List<Fault> faults) {
		ReadEvent first = this.events.putIfAbsent(event.sequence(), event);
		if (first != null) {
			this.duplicates++;
			if (!first.isAlso(event)) {
				faults.add(new Fault(Kind.CHANGED_DUPLICATE,
						event.id() + " at " + event.place() + " is not what stands at " + first.place()));
			}
			return;
		}
		if (!DocumentedHash.of(event).equals(event.attribute("ce_hash"))) {
			faults.add(new Fault(Kind.WRONG_HASH, event.id() + " at " + event.place()));
		}
		int head = this.heads.merge(event.place().partition(), event.sequence(), Math::max);
		if (head > event.sequence()) {
			faults.add(new Fault(Kind.OVERTAKEN, event.id() + " stands behind event " + head));
		}
	}

	/** What shows only when all has been read. */
	List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		int next = 1;
		String hash = DocumentedHash.BEFORE_THE_FIRST;
		long clock = 0;
		for (ReadEvent event : this.events.values()) {
			if (event.sequence() != next) {
				faults.add(new Fault(Kind.GAP, event.id() + " comes where " + next + " should"));
			}
			else if (!event.attribute("ce_prevhash").equals(hash)) {
				faults.add(new Fault(Kind.BROKEN_CHAIN, event.id() + " does not continue what stands before it"));
			}
			if (event.clock() <= clock) {
				faults.add(new Fault(Kind.CAUSE_AFTER_EFFECT,
						"the clock of %s is %d after %d".formatted(event.id(), event.clock(), clock)));
			}
			next = event.sequence() + 1;
			hash = event.attribute("ce_hash");
			clock = event.clock();
		}
		return faults;
	}

	List<ReadEvent> events() {
		return List.copyOf(this.events.values());
	}

	int duplicates() {
		return this.duplicates;
	}

}
