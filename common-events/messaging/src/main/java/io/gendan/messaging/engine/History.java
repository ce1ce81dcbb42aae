package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.ledger.Entry;
import io.gendan.messaging.ledger.Ledger;
import io.gendan.messaging.ledger.LedgerPages;
import io.gendan.messaging.ledger.Paged;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a subject, the newest first, from its document and as many pages
 * as are asked for. It ends when so many entries are found, or so many bytes of them.
 */
final class History {

	private static final long MOST_BYTES = 1024 * 1024;

	private final List<HistoryEntry> newest = new ArrayList<>();

	private final long before;

	private final int limit;

	private long bytes;

	private History(long before, int limit) {
		this.before = before;
		this.limit = limit;
	}

	/**
	 * The newest entries before a number.
	 * @param ledger the document
	 * @param pages its pages, null if there are none
	 * @param before number of the entry before which to begin
	 * @param limit how many at the most
	 * @return the newest first, at least one if there is any
	 */
	static List<HistoryEntry> newest(Ledger ledger, @Nullable LedgerPages pages, long before, int limit) {
		History history = new History(before, limit);
		history.take(ledger.entries(), ledger.length());
		List<Paged.Page> older = ledger.paged().pages();
		for (int i = older.size() - 1; i >= 0 && !history.isFull() && pages != null; i--) {
			long begin = (i > 0) ? older.get(i - 1).end() : 0;
			if (begin + 1 < before) {
				history.take(pages.read(ledger.order(), List.of(older.get(i))), older.get(i).end());
			}
		}
		return history.newest;
	}

	private boolean isFull() {
		return this.newest.size() >= this.limit || this.bytes >= MOST_BYTES;
	}

	private void take(List<Entry> entries, long end) {
		for (int i = entries.size() - 1; i >= 0 && !isFull(); i--) {
			long number = end - (entries.size() - 1 - i);
			if (number < this.before) {
				this.newest.add(new HistoryEntry(number, entries.get(i).event()));
				this.bytes += entries.get(i).bytes();
			}
		}
	}

}
