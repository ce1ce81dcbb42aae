package io.gendan.messaging.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

import io.gendan.contract.GendanEvent;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.ledger.LedgerStore;
import org.jspecify.annotations.Nullable;

/**
 * The gateway: single commands that arrive while a batch is being written form the next
 * batch, so a busy service writes seldom and much, an idle one at once.
 */
public final class BatchingGateway<S, C, E extends GendanEvent> implements StageGateway<S, C> {

	private static final int BATCH = 256;

	private final StageEngine<S, C, E> engine;

	private final LedgerStore store;

	private final LinkedBlockingQueue<Waiting<S, C>> queue = new LinkedBlockingQueue<>();

	public BatchingGateway(StageEngine<S, C, E> engine, LedgerStore store) {
		this.engine = engine;
		this.store = store;
	}

	@Override
	public CommandResult<S> execute(CommandRequest<C> request) {
		Waiting<S, C> waiting = new Waiting<>(new CommandItem<>(request), new CompletableFuture<>());
		this.queue.add(waiting);
		try {
			waiting.done().join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
		CommandResult<S> result = waiting.item().result();
		if (result instanceof CommandResult.Failed<S> failed) {
			throw failed.failure();
		}
		return result;
	}

	@Override
	public List<CommandResult<S>> executeAll(List<CommandRequest<C>> requests) {
		List<CommandItem<S, C>> items = requests.stream().map((request) -> new CommandItem<S, C>(request)).toList();
		this.engine.process(items);
		return items.stream().map(CommandItem::result).toList();
	}

	@Override
	public Optional<OrderSnapshot<S>> find(String order) {
		return Optional.ofNullable(findAll(Set.of(order)).get(order));
	}

	@Override
	public Map<String, OrderSnapshot<S>> findAll(Collection<String> orders) {
		Map<String, OrderSnapshot<S>> found = new HashMap<>();
		for (Folded<S> known : this.engine.read(orders)) {
			if (known.length() > 0) {
				found.put(known.order(), new OrderSnapshot<>(known.order(), known.length(), known.state()));
			}
		}
		return found;
	}

	@Override
	public OrderPage page(Map<String, String> filter, @Nullable String after, int limit) {
		List<Map<String, Object>> rows = this.store.summaries(filter, after, limit + 1);
		if (rows.size() <= limit) {
			return new OrderPage(rows, null);
		}
		List<Map<String, Object>> page = rows.subList(0, limit);
		return new OrderPage(page, (String) page.getLast().get("order"));
	}

	/**
	 * Carries out what is waiting until the thread is interrupted.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run() throws InterruptedException {
		while (true) {
			List<Waiting<S, C>> batch = new ArrayList<>();
			batch.add(this.queue.take());
			this.queue.drainTo(batch, BATCH - 1);
			try {
				this.engine.process(batch.stream().map(Waiting::item).toList());
				batch.forEach((waiting) -> waiting.done().complete(null));
			}
			// Whatever it was, nobody may wait for ever.
			catch (RuntimeException | Error ex) {
				batch.forEach((waiting) -> waiting.done().completeExceptionally(ex));
			}
		}
	}

	private record Waiting<S, C>(CommandItem<S, C> item, CompletableFuture<@Nullable Void> done) {
	}

}
