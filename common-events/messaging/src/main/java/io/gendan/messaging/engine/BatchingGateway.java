package io.gendan.messaging.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.gendan.contract.GendanEvent;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.HistoryEntry;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.budget.ByteBudget;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.query.ListFilter;
import io.gendan.messaging.query.ListPosition;
import io.gendan.messaging.query.ListSort;
import io.gendan.stage.StreamKind;
import io.gendan.stage.Visibility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway: single commands that arrive while a batch is being written form the next
 * batch, so a busy service writes seldom and much, an idle one at once.
 */
public final class BatchingGateway<S, C, E extends GendanEvent> implements StageGateway<S, C> {

	private static final Logger log = LoggerFactory.getLogger(BatchingGateway.class);

	private final StreamKind kind;

	private final StageEngine<S, C, E> engine;

	private final LedgerStore store;

	private final CommandQueue<S, C> queue;

	/**
	 * A gateway.
	 * @param kind what its numbers are numbers of
	 * @param engine carries out commands
	 * @param store the ledgers, for lists
	 * @param budget how many bytes of single commands may wait
	 */
	public BatchingGateway(StreamKind kind, StageEngine<S, C, E> engine, LedgerStore store, ByteBudget budget) {
		this.kind = kind;
		this.engine = engine;
		this.store = store;
		this.queue = new CommandQueue<>(budget);
	}

	@Override
	public CommandResult<S> execute(CommandRequest<C> request) {
		CommandResult<S> result = join(this.queue.add(new CommandItem<>(this.kind, request, (asked, told) -> told)));
		if (result instanceof CommandResult.Failed<S> failed) {
			throw failed.failure();
		}
		return result;
	}

	@Override
	public List<CommandResult<S>> executeAll(List<CommandRequest<C>> requests) {
		return executeAll(requests, (request, result) -> result);
	}

	@Override
	public <R> List<R> executeAll(List<CommandRequest<C>> requests,
			BiFunction<CommandRequest<C>, CommandResult<S>, R> told) {
		List<CommandItem<S, C, R>> commands = requests.stream()
			.map((request) -> new CommandItem<S, C, R>(this.kind, request, told))
			.toList();
		this.engine.process(commands);
		return commands.stream().map((command) -> join(command.answer())).toList();
	}

	private static <R> R join(CompletableFuture<R> answer) {
		try {
			return answer.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	@Override
	public Optional<OrderSnapshot<S>> find(String order) {
		return Optional.ofNullable(findAll(Set.of(order)).get(order));
	}

	@Override
	public Map<String, OrderSnapshot<S>> findAll(Collection<String> orders) {
		Map<String, OrderSnapshot<S>> found = new HashMap<>();
		for (Folded<S> known : this.engine.read(orders.stream().map(this.kind::subject).toList())) {
			if (known.length() > 0) {
				found.put(this.kind.number(known.order()), this.engine.snapshot(known));
			}
		}
		return found;
	}

	@Override
	public <R> Map<String, R> findAll(Collection<String> orders, Function<OrderSnapshot<S>, R> told, R unreadable) {
		Map<String, R> found = new HashMap<>();
		this.engine.readEach(orders.stream().map(this.kind::subject).toList(), (known) -> {
			if (known.length() > 0) {
				found.put(this.kind.number(known.order()), told.apply(this.engine.snapshot(known)));
			}
		}, (order, failure) -> {
			log.error("{} cannot be read; whoever looked it up is told", order, failure);
			found.put(this.kind.number(order), unreadable);
		});
		return found;
	}

	@Override
	public Optional<List<HistoryEntry>> history(String order, long before, int limit) {
		return this.engine.history(this.kind.subject(order), before, limit);
	}

	@Override
	public OrderPage page(ListFilter filter, ListSort sort, Visibility visibility, @Nullable ListPosition after,
			int limit) {
		List<Map<String, Object>> rows = this.store.summaries(filter, sort, visibility, after, limit + 1);
		if (rows.size() <= limit) {
			return new OrderPage(rows, null);
		}
		List<Map<String, Object>> page = rows.subList(0, limit);
		Map<String, Object> last = page.getLast();
		ListPosition end = new ListPosition(String.valueOf(last.get(this.kind.label())),
				(sort.column() != null) ? last.get(sort.column()) : null);
		return new OrderPage(page, end.cursor(filter, sort));
	}

	/**
	 * Carries out what is waiting until the thread is interrupted.
	 * @throws InterruptedException when the thread is interrupted
	 */
	public void run() throws InterruptedException {
		while (true) {
			List<CommandItem<S, C, ?>> batch = this.queue.take();
			try {
				this.engine.process(batch);
			}
			catch (RuntimeException | Error ex) {
				batch.forEach((command) -> command.broken(ex));
			}
		}
	}

}
