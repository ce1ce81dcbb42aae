package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.gendan.messaging.budget.ByteBudget;

/** Commands that wait for the next batch, as many as fit into memory. */
final class CommandQueue<S, C> {

	private static final int BATCH = 256;

	private final ByteBudget budget;

	private final LinkedBlockingQueue<CommandItem<S, C, ?>> waiting = new LinkedBlockingQueue<>();

	private final AtomicLong held = new AtomicLong();

	CommandQueue(ByteBudget budget) {
		this.budget = budget;
	}

	/**
	 * Takes a command, a single one however large it is.
	 * @param command the command
	 * @param <R> what its caller makes of the result
	 * @return its answer; when it is there, the command needs no memory any more
	 * @throws GatewayBusyException if it does not fit beside those that wait
	 */
	<R> CompletableFuture<R> add(CommandItem<S, C, R> command) {
		long before = this.held.getAndAdd(command.weight());
		if (before > 0 && before + command.weight() > this.budget.bytes()) {
			this.held.addAndGet(-command.weight());
			throw new GatewayBusyException(before);
		}
		this.waiting.add(command);
		return command.answer().whenComplete((answer, failure) -> this.held.addAndGet(-command.weight()));
	}

	/**
	 * The next batch, as soon as a command is there.
	 * @return commands, at least one
	 * @throws InterruptedException when the thread is interrupted
	 */
	List<CommandItem<S, C, ?>> take() throws InterruptedException {
		List<CommandItem<S, C, ?>> batch = new ArrayList<>();
		batch.add(this.waiting.take());
		this.waiting.drainTo(batch, BATCH - 1);
		return batch;
	}

}
