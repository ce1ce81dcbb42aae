package io.gendan.order.imports;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import io.gendan.order.lease.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Works on imports, one after the other. What a crash has left is taken up again by
 * whichever instance sees it first; a lease keeps two from doing the same.
 */
@Component
class ImportWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

	private final ImportStore store;

	private final ImportBatch batch;

	private final MappingReader mappings;

	private final Leases leases;

	private final ImportSettings settings;

	private final Clock clock;

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("imports").daemon().factory());

	private volatile boolean running;

	ImportWorker(ImportStore store, ImportBatch batch, MappingReader mappings, Leases leases, ImportSettings settings,
			Clock clock) {
		this.store = store;
		this.batch = batch;
		this.mappings = mappings;
		this.leases = leases;
		this.settings = settings;
		this.clock = clock;
	}

	/** Looks for work now instead of at the next round. */
	void wake() {
		this.thread.execute(this::workOff);
	}

	@Override
	public void start() {
		this.running = true;
		long pause = this.settings.lookForOrphans().toMillis();
		this.thread.scheduleWithFixedDelay(this::workOff, pause, pause, TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.thread.shutdown();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void workOff() {
		try {
			for (String id : this.store.running()) {
				if (this.running && this.leases.take(lease(id), this.settings.lease())) {
					work(id);
				}
			}
		}
		catch (RuntimeException ex) {
			log.warn("Imports cannot be worked on at the moment; they wait", ex);
		}
	}

	private void work(String id) {
		ImportRecord record = this.store.find(id).orElseThrow();
		try {
			if (record.state() == ImportState.RUNNING) {
				run(record);
			}
		}
		catch (MongoException | DataAccessException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			log.error("Import {} has failed", id, ex);
			this.store.fail(record, ex.toString(), this.clock.instant());
		}
		finally {
			this.leases.release(lease(id));
		}
	}

	/**
	 * A run that is taken up again starts at the beginning: orders it has placed answer
	 * as placed by it, so the counts come out right.
	 */
	private void run(ImportRecord record) throws IOException {
		ColumnMapping mapping = this.mappings.read(record.mapping());
		FileContent content = this.store.content(record);
		FileSurvey survey = FileSurvey.of(content, mapping);
		ImportCounts counts = new ImportCounts();
		try (FileOrders orders = FileOrders.open(content, mapping, survey)) {
			while (orders.hasNext()) {
				if (!this.running || !this.leases.take(lease(record.id()), this.settings.lease())) {
					return;
				}
				List<RowFault> faults = this.batch.place(record, mapping, orders.reader(), nextBatch(orders), counts);
				if (!faults.isEmpty()) {
					this.store.refusals(record, counts.nextPage(), faults);
				}
				this.store.progress(record, counts);
			}
		}
		this.store.finish(record, counts, this.clock.instant());
		log.info("Import {} done: {} placed, {} already known, {} refused", record.id(), counts.placed(),
				counts.knownAlready(), counts.refusedOrders());
	}

	private List<FileOrder> nextBatch(FileOrders orders) {
		List<FileOrder> next = new ArrayList<>();
		int rows = 0;
		while (orders.hasNext() && next.size() < this.settings.batch() && rows < this.settings.batchRows()) {
			FileOrder order = orders.next();
			rows += order.rows().size();
			next.add(order);
		}
		return next;
	}

	private static String lease(String id) {
		return "import/" + id;
	}

}
