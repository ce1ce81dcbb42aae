package io.gendan.order.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.access.RefusedAttempts;
import io.gendan.messaging.budget.ByteBudget;

/**
 * A run under way, batch by batch. A run that is taken up again starts at the beginning:
 * what it has done answers as done by it, so the counts come out right.
 */
final class ImportRun implements AutoCloseable {

	/** What is written at once of the refusals. */
	private static final ByteBudget PAGE = new ByteBudget(1 << 20);

	private final ImportClaim claim;

	private final ColumnMapping mapping;

	private final FileEntries orders;

	private final ImportSettings settings;

	private final ImportCounts counts = new ImportCounts();

	private ImportRun(ImportClaim claim, ColumnMapping mapping, FileEntries orders, ImportSettings settings) {
		this.claim = claim;
		this.mapping = mapping;
		this.orders = orders;
		this.settings = settings;
	}

	static ImportRun open(ImportClaim claim, ColumnMapping mapping, FileContent content, ImportSettings settings)
			throws IOException {
		FileSurvey survey = FileSurvey.of(content, mapping, settings.limits());
		return new ImportRun(claim, mapping, FileEntries.open(content, mapping, survey, settings.limits()), settings);
	}

	ImportClaim claim() {
		return this.claim;
	}

	ImportCounts counts() {
		return this.counts;
	}

	boolean done() {
		return !this.orders.hasNext();
	}

	/** Places the next batch and keeps what is refused. */
	void advance(ImportBatch batch, ImportStore store, RefusedAttempts attempts) {
		BatchRefusals refusals = batch.place(this.claim.record(), this.mapping, this.orders.reader(), next(),
				this.counts);
		refusals.attempts().forEach(attempts::add);
		if (!refusals.none()) {
			List<RowFault> kept = refusals.faults()
				.stream()
				.filter((fault) -> this.counts.keep(fault, this.settings.limits()))
				.toList();
			List<String> orders = refusals.orders();
			for (List<RowFault> page : kept.isEmpty() ? List.of(kept) : PAGE.portions(kept, RowFault::bytes)) {
				store.refusals(this.claim.record(), this.counts.nextPage(), orders, page);
				orders = List.of();
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.orders.close();
	}

	private List<FileEntry> next() {
		List<FileEntry> next = new ArrayList<>();
		int rows = 0;
		long bytes = 0;
		while (this.orders.hasNext() && next.size() < this.settings.batch() && rows < this.settings.batchRows()
				&& bytes < this.settings.batchBytes()) {
			FileEntry order = this.orders.next();
			rows += order.rows().size();
			bytes += order.bytes();
			next.add(order);
		}
		return next;
	}

}
