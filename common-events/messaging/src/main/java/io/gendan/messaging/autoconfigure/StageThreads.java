package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.gendan.messaging.engine.ActivityRunner;
import io.gendan.messaging.engine.CarriedStage;
import io.gendan.messaging.engine.CarriedStages;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.Paging;
import io.gendan.messaging.engine.Sweep;
import io.gendan.messaging.ledger.LedgerStores;
import io.gendan.messaging.outbox.OutboxRelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The threads behind the stages: commands and activities of each, relay, deadlines and
 * sweep of all. They start before the consumers and stop after them.
 */
final class StageThreads implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(StageThreads.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final CarriedStages stages;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Sweep sweep;

	private final LedgerStores stores;

	private final Duration sweepInterval;

	private final List<Thread> threads = new ArrayList<>();

	StageThreads(CarriedStages stages, OutboxRelay relay, DeadlineQueue deadlines, Sweep sweep, LedgerStores stores,
			Duration sweepInterval) {
		this.stages = stages;
		this.relay = relay;
		this.deadlines = deadlines;
		this.sweep = sweep;
		this.stores = stores;
		this.sweepInterval = sweepInterval;
	}

	@Override
	public synchronized void start() {
		this.stages.all().forEach(this::run);
		run("relay", this.relay::run);
		run("deadlines", () -> this.deadlines.run(this.stages::due));
		run("sweep", this::sweep);
	}

	private <S, C> void run(CarriedStage<S, C, ?> stage) {
		run("commands-" + stage.stage().kind().label(), stage.gateway()::run);
		Paging<S> paging = stage.paging();
		if (paging != null) {
			run("paging-" + stage.stage().kind().label(), paging::run);
		}
		for (ActivityRunner<S, C> runner : stage.activities().runners()) {
			run(runner.activity().name(), () -> runner.run(stage.gateway()));
		}
	}

	/** Waits a little, so that the relay's last marks find the store still open. */
	@Override
	public synchronized void stop() {
		this.threads.forEach(Thread::interrupt);
		try {
			for (Thread thread : this.threads) {
				thread.join(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.threads.clear();
	}

	@Override
	public synchronized boolean isRunning() {
		return !this.threads.isEmpty();
	}

	@Override
	public int getPhase() {
		return 0;
	}

	private void sweep() throws InterruptedException {
		this.stores.createIndexes();
		this.sweep.afterStart();
		while (true) {
			this.stages.all().forEach((stage) -> stage.slas().look(stage.store()));
			this.sweep.await(this.sweepInterval);
			this.sweep.once();
		}
	}

	private void run(String name, Loop loop) {
		this.threads.add(Thread.ofPlatform().daemon().name("gendan-" + name).start(() -> keep(name, loop)));
	}

	private void keep(String name, Loop loop) {
		while (true) {
			try {
				loop.run();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException | Error ex) {
				if (Thread.currentThread().isInterrupted()) {
					return;
				}
				log.error("The thread of {} failed and goes on in {}", name, PAUSE, ex);
				if (!pause()) {
					return;
				}
			}
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	/** A loop that ends with an interrupt. */
	private interface Loop {

		void run() throws InterruptedException;

	}

}
