package io.gendan.messaging.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import io.gendan.contract.Subject;

/**
 * The ledgers of a service, one collection per kind of stream. What is asked about
 * several subjects is asked once per collection.
 */
public final class LedgerStores {

	private final Map<String, LedgerStore> byKind;

	/**
	 * The ledgers of a service.
	 * @param byKind label of the kind to its ledgers
	 */
	public LedgerStores(Map<String, LedgerStore> byKind) {
		this.byKind = new LinkedHashMap<>(byKind);
	}

	/**
	 * The ledgers of one kind.
	 * @param kind label of the kind
	 * @return where they are
	 */
	public LedgerStore kind(String kind) {
		return of(kind, kind);
	}

	/** Makes sure that the indexes stand. */
	public void createIndexes() {
		this.byKind.values().forEach(LedgerStore::createIndexes);
	}

	/**
	 * Reads ledgers.
	 * @param subjects of any kind
	 * @return what was found
	 */
	public Ledgers load(Collection<String> subjects) {
		Ledgers ledgers = new Ledgers();
		split(subjects, Function.identity(), (store, some) -> store.loadInto(ledgers, some));
		return ledgers;
	}

	/**
	 * Marks subjects as wholly published, see {@link LedgerStore#markPublished}.
	 * @param marks what is acknowledged, at most one per subject
	 * @return subjects that are to be marked again
	 */
	public Set<String> markPublished(Collection<PublishedMark> marks) {
		Set<String> failed = new HashSet<>();
		split(marks, PublishedMark::order, (store, some) -> failed.addAll(store.markPublished(some)));
		return failed;
	}

	/**
	 * Marks how far subjects are published, see {@link LedgerStore#markParts}.
	 * @param marks their heads are the last events that left
	 */
	public void markParts(Collection<PublishedMark> marks) {
		split(marks, PublishedMark::order, LedgerStore::markParts);
	}

	/**
	 * Finds what is to be looked after, see {@link LedgerStore#unfinished}.
	 * @param pendingBefore events older than this
	 * @param pendingAfter events younger than this
	 * @param dueBefore due before this
	 * @param found takes what to look after, one by one
	 */
	public void unfinished(Instant pendingBefore, Instant pendingAfter, Instant dueBefore, Consumer<Unfinished> found) {
		this.byKind.values().forEach((store) -> store.unfinished(pendingBefore, pendingAfter, dueBefore, found));
	}

	/**
	 * Forgets what lists show of a customer, see {@link LedgerStore#forget}.
	 * @param customer number of the customer
	 */
	public void forget(String customer) {
		this.byKind.values().forEach((store) -> store.forget(customer));
	}

	/**
	 * Opens rows of lists that await keys which have come, see {@link SealedRows#open}.
	 * @param keys their ids
	 * @param opening opens texts
	 */
	public void openSealedRows(Collection<String> keys, SealedRows.Opening opening) {
		this.byKind.values().forEach((store) -> store.sealedRows().open(keys, opening));
	}

	/**
	 * Opens all rows of lists whose keys have come, see {@link SealedRows#openAll}.
	 * @param opening opens texts
	 */
	public void openSealedRows(SealedRows.Opening opening) {
		this.byKind.values().forEach((store) -> store.sealedRows().openAll(opening));
	}

	private <T> void split(Collection<T> all, Function<T, String> subject, BiConsumer<LedgerStore, List<T>> way) {
		Map<LedgerStore, List<T>> parts = new HashMap<>();
		all.forEach((one) -> parts.computeIfAbsent(of(subject.apply(one)), (store) -> new ArrayList<>()).add(one));
		parts.forEach(way);
	}

	private LedgerStore of(String subject) {
		return of(Subject.parse(subject).kind(), subject);
	}

	private LedgerStore of(String kind, String subject) {
		LedgerStore store = this.byKind.get(kind);
		if (store == null) {
			throw new IllegalArgumentException("No stage here keeps ledgers of " + subject);
		}
		return store;
	}

}
