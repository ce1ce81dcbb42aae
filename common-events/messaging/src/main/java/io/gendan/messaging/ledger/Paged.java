package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.budget.Weight;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of the events that have gone to pages beside it.
 *
 * @param pages the pages, the oldest first
 * @param length how many entries stand there
 * @param begunAt time of the first of them, null if there is none
 * @param state the state after them as JSON, null if there is none
 * @param version version of the stage's state that this is
 */
public record Paged(List<Page> pages, long length, @Nullable Instant begunAt, @Nullable String state, int version) {

	private static final int PAGE = 64;

	/** Everything stands in the document. */
	public static final Paged NOTHING = new Paged(List.of(), 0, null, null, 0);

	public Paged {
		pages = List.copyOf(pages);
	}

	/**
	 * The same with one page more.
	 * @param page its id
	 * @param entries what stands there
	 * @param stateAfter the state after it, as JSON
	 * @param ofVersion version of the stage's state
	 * @return what the document says then
	 */
	public Paged with(ObjectId page, List<Entry> entries, String stateAfter, int ofVersion) {
		List<Page> all = new ArrayList<>(this.pages);
		all.add(new Page(page, this.length + entries.size()));
		Instant begun = (this.begunAt != null) ? this.begunAt : entries.getFirst().event().envelope().time();
		return new Paged(all, this.length + entries.size(), begun, stateAfter, ofVersion);
	}

	/**
	 * The size in the document.
	 * @return bytes
	 */
	public long bytes() {
		return (this.length == 0) ? 0
				: (long) PAGE * this.pages.size() + Weight.ofText((this.state != null) ? this.state : "");
	}

	/**
	 * A page.
	 *
	 * @param id its id
	 * @param end number of its last entry, counted from 1 over all pages
	 */
	public record Page(ObjectId id, long end) {
	}

}
