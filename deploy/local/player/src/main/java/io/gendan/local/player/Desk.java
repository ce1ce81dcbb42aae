package io.gendan.local.player;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.gendan.local.player.Gateway.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Where work of one kind arrives for one person, who takes what lies there and settles it
 * in one request, as with a list on the screen: the busier, the more at once.
 */
final class Desk {

	/** Everybody looks at their list four times a second, or when it is full. */
	private static final long GLANCE_MILLIS = 250;

	private final Gateway gateway;

	private final int atOnce;

	private final LinkedBlockingQueue<Errand> waiting = new LinkedBlockingQueue<>();

	Desk(Gateway gateway, int atOnce) {
		this.gateway = gateway;
		this.atOnce = atOnce;
	}

	/** Opens the desk for as long as the process lives. */
	Desk open(String name) {
		Thread.ofVirtual().name(name).start(this::work);
		return this;
	}

	/**
	 * Has a task done.
	 * @param task of the kind of this desk
	 * @return the answer it got
	 * @throws IOException if nobody answered
	 * @throws InterruptedException when the thread is interrupted
	 */
	Reply settle(Task task) throws IOException, InterruptedException {
		Errand errand = new Errand(task, new CompletableFuture<>());
		this.waiting.add(errand);
		try {
			return errand.reply().get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof IOException away) ? away : new IOException(ex.getCause());
		}
	}

	int waiting() {
		return this.waiting.size();
	}

	private void work() {
		List<Errand> errands = new ArrayList<>();
		try {
			while (true) {
				errands.add(this.waiting.take());
				gather(errands);
				try {
					settle(errands);
				}
				catch (IOException | RuntimeException ex) {
					errands.forEach((errand) -> errand.reply().completeExceptionally(ex));
				}
				errands.clear();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void gather(List<Errand> errands) throws InterruptedException {
		long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GLANCE_MILLIS);
		while (errands.size() < this.atOnce) {
			Errand next = this.waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (next == null) {
				return;
			}
			errands.add(next);
		}
	}

	private void settle(List<Errand> errands) throws IOException, InterruptedException {
		Task first = errands.getFirst().task();
		if (errands.size() == 1) {
			errands.getFirst().reply().complete(this.gateway.post(first));
			return;
		}
		List<Map<String, Object>> items = new ArrayList<>(errands.size());
		for (Errand errand : errands) {
			Task task = errand.task();
			items.add(Map.of("order", task.order(), "key", task.key(), "command", task.body()));
		}
		Reply all = this.gateway.post(first.person(), first.bulkPath(), first.key(), Map.of("items", items));
		for (int i = 0; i < errands.size(); i++) {
			JsonNode line = all.body().path("items").path(i);
			errands.get(i)
				.reply()
				.complete(all.done() ? new Reply(line.path("status").asInt(), line.path("problem")) : all);
		}
	}

	private record Errand(Task task, CompletableFuture<Reply> reply) {
	}

}
