package io.gendan.messaging.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.GendanEvent;
import io.gendan.messaging.engine.ActivityRunner;
import io.gendan.messaging.engine.Activities;
import io.gendan.messaging.engine.BatchingGateway;
import io.gendan.messaging.engine.DeadlineQueue;
import io.gendan.messaging.engine.SlaMetrics;
import io.gendan.messaging.engine.StageEngine;
import io.gendan.messaging.engine.Sweep;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.outbox.OutboxRelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * The threads behind a stage: commands, relay, deadlines, activities, sweep. They start
 * before the consumers and stop after them.
 */
final class StageThreads<S, C, E extends GendanEvent> implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(StageThreads.class);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final StageEngine<S, C, E> engine;

	private final BatchingGateway<S, C, E> gateway;

	private final OutboxRelay relay;

	private final DeadlineQueue deadlines;

	private final Activities<S, C> activities;

	private final Sweep sweep;

	private final SlaMetrics slas;

	private final LedgerStore store;

	private final Duration sweepInterval;

	private final List<Thread> threads = new ArrayList<>();

	StageThreads(StageEngine<S, C, E> engine, BatchingGateway<S, C, E> gateway, OutboxRelay relay,
			DeadlineQueue deadlines, Activities<S, C> activities, Sweep sweep, SlaMetrics slas, LedgerStore store,
			Duration sweepInterval) {
		this.engine = engine;
		this.gateway = gateway;
		this.relay = relay;
		this.deadlines = deadlines;
		this.activities = activities;
		this.sweep = sweep;
		this.slas = slas;
		this.store = store;
		this.sweepInterval = sweepInterval;
	}

	@Override
	public synchronized void start() {
		run("commands", this.gateway::run);
		run("relay", this.relay::run);
		run("deadlines", () -> this.deadlines.run(this.engine::due));
		for (ActivityRunner<S, C> runner : this.activities.runners()) {
			run(runner.activity().name(), () -> runner.run(this.gateway));
		}
		run("sweep", this::sweep);
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
		this.store.createIndexes();
		this.sweep.afterStart();
		while (true) {
			this.slas.look(this.store);
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
