package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.gendan.contract.Subject;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.ForeignOrder;
import io.gendan.messaging.ListAnswer;
import io.gendan.messaging.ListFile;
import io.gendan.messaging.OrderPage;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.query.ListFormat;
import io.gendan.messaging.query.ListPosition;

import io.gendan.stage.RefusalCode;
import io.gendan.stage.StreamKind;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Turns calls into commands and results into responses with an ETag. Controllers get it
 * injected.
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
public final class StageEdge<S, C> {

	private static final int HISTORY = 50;

	/** Rows of an export that are read at once. */
	private static final int EXPORTED = 500;

	private final StageGateway<S, C> gateway;

	private final StreamKind kind;

	private final Problems problems;

	private final Fingerprints fingerprints;

	/**
	 * The edge of a stage.
	 * @param gateway the way into it
	 * @param kind what it is a stage of
	 * @param problems what refusals are told as
	 * @param fingerprints tell bodies that come with a key
	 */
	public StageEdge(StageGateway<S, C> gateway, StreamKind kind, Problems problems, Fingerprints fingerprints) {
		this.gateway = gateway;
		this.kind = kind;
		this.problems = problems;
		this.fingerprints = fingerprints;
	}

	/**
	 * Carries out a command.
	 * @param order order number
	 * @param command what is asked for
	 * @param call who asks
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order afterwards
	 * @throws RefusedException if the stage refuses
	 */
	public <V> ResponseEntity<V> command(String order, C command, Call call, Function<OrderSnapshot<S>, V> view) {
		return command(HttpStatus.OK, order, command, call, view);
	}

	/**
	 * Carries out a command that makes something new.
	 * @param order order number
	 * @param command what is asked for
	 * @param call who asks
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order, status 201
	 * @throws RefusedException if the stage refuses
	 */
	public <V> ResponseEntity<V> create(String order, C command, Call call, Function<OrderSnapshot<S>, V> view) {
		return command(HttpStatus.CREATED, order, command, call, view);
	}

	/**
	 * Carries out the same command for many orders, with one read and one write.
	 * @param bulk the orders
	 * @param command what is asked for, made of the body of an item
	 * @param call who asks
	 * @param <B> the body of an item
	 * @return what became of each
	 * @throws RefusedException if the request does not have its form; nothing has
	 * happened then
	 */
	public <B> BulkResult bulk(Bulk<B> bulk, Function<B, C> command, Call call) {
		return bulk(bulk, (order, body) -> command.apply(body), call);
	}

	/**
	 * Carries out the same command for many orders.
	 * @param bulk the orders
	 * @param command what is asked for, made of order number and body of an item; may
	 * throw a {@link RefusedException} for this one
	 * @param call who asks
	 * @param <B> the body of an item
	 * @return what became of each
	 * @throws RefusedException if the request does not have its form; nothing has
	 * happened then
	 */
	public <B> BulkResult bulk(Bulk<B> bulk, BiFunction<String, B, C> command, Call call) {
		if (call.ifMatch() != null) {
			throw EdgeRefusal.header("If-Match");
		}
		List<Bulk.Item<B>> items = bulk.checked();
		List<CommandRequest<C>> requests = new ArrayList<>(items.size());
		Map<Bulk.Item<B>, BulkResult.Line> impossible = new IdentityHashMap<>();
		for (Bulk.Item<B> item : items) {
			try {
				requests.add(request(item, command, call));
			}
			catch (RuntimeException ex) {
				impossible.put(item, line(Objects.requireNonNull(item.order()), new CommandResult.Failed<>(ex)));
			}
		}
		Iterator<BulkResult.Line> lines = this.gateway
			.executeAll(requests, (request, result) -> line(request.order(), result))
			.iterator();
		return BulkResult.of(items.stream().map((item) -> {
			BulkResult.Line failed = impossible.get(item);
			return (failed != null) ? failed : lines.next();
		}).toList());
	}

	/**
	 * Shows an order.
	 * @param order order number
	 * @param call who asks
	 * @param view how the order is shown
	 * @param <V> the response
	 * @return the order
	 * @throws RefusedException if this stage has not heard of it, or it is another's
	 */
	public <V> ResponseEntity<V> show(String order, Call call, Function<OrderSnapshot<S>, V> view) {
		return respond(HttpStatus.OK, find(order, call), view);
	}

	/**
	 * Lets a caller go on to something else about an order only if it is theirs.
	 * @param order order number
	 * @param call who asks
	 * @throws RefusedException if it is another's; where every order is the caller's,
	 * nothing is looked up
	 */
	public void admit(String order, Call call) {
		if (this.kind.owned() && !call.visibility().everything()) {
			find(order, call);
		}
	}

	private OrderSnapshot<S> find(String order, Call call) {
		OrderSnapshot<S> found = this.gateway.find(order).orElseThrow(() -> refused(EdgeRefusal.ORDER_UNKNOWN, order));
		if (!call.visibility().admits(found.owner())) {
			throw refused(ForeignOrder.ORDER_UNKNOWN, order);
		}
		return found;
	}

	private RefusedException refused(RefusalCode code, String number) {
		return new RefusedException(SubjectRefusal.of(code, new Subject(this.kind.label(), number)));
	}

	/**
	 * Shows what has happened to an order, the newest first.
	 * @param order order number
	 * @param before number of the entry before which to begin, null for the newest
	 * @param limit how many at the most, null for {@value #HISTORY}
	 * @param call who asks
	 * @return a page
	 * @throws RefusedException if this stage has not heard of it, or it is another's
	 */
	public HistoryPage history(String order, @Nullable String before, @Nullable String limit, Call call) {
		long first = (before != null) ? EdgeRefusal.number("before", before, 1, Integer.MAX_VALUE) : Long.MAX_VALUE;
		int most = (limit != null) ? EdgeRefusal.limit(limit) : HISTORY;
		admit(order, call);
		return HistoryPage
			.of(this.gateway.history(order, first, most).orElseThrow(() -> refused(EdgeRefusal.ORDER_UNKNOWN, order)));
	}

	/**
	 * Lists orders.
	 * @param query which, and how many
	 * @param call who asks
	 * @return a page of the caller's orders, or all of them as a file
	 */
	public ResponseEntity<ListAnswer> list(ListQuery query, Call call) {
		return list(query, call, (row) -> row);
	}

	/**
	 * Lists what a caller may see of it.
	 * @param query which, and how many
	 * @param call who asks
	 * @param seen makes of a row what the caller sees
	 * @return a page of the caller's rows, or all of them as a file
	 */
	public ResponseEntity<ListAnswer> list(ListQuery query, Call call, UnaryOperator<Map<String, Object>> seen) {
		ListFormat format = query.format();
		if (format == null) {
			return ResponseEntity.ok(page(query, call, query.after(), query.limit(), seen));
		}
		ListFile file = new ListFile(format, this.kind.collection(), this.kind.label(), query.shown(), (after) -> {
			OrderPage page = page(query, call, after, EXPORTED, seen);
			return new ListFile.Part(page, (page.next() != null)
					? ListPosition.read(page.next(), query.filter(), query.sort()).orElseThrow() : null);
		});
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_TYPE, format.mediaType())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"%s.%s\"".formatted(file.name(), format.name().toLowerCase(Locale.ROOT)))
			.body(file);
	}

	private OrderPage page(ListQuery query, Call call, @Nullable ListPosition after, int limit,
			UnaryOperator<Map<String, Object>> seen) {
		OrderPage page = this.gateway.page(query.filter(), query.sort(), call.visibility(), after, limit);
		return new OrderPage(page.items().stream().map(seen).toList(), page.next());
	}

	private <V> ResponseEntity<V> command(HttpStatus status, String order, C command, Call call,
			Function<OrderSnapshot<S>, V> view) {
		CommandResult<S> result = this.gateway.execute(new CommandRequest<>(order, command, call.actor(),
				call.visibility(), call.idempotencyKey(), call.fingerprint(), call.ifMatch(), call.traceparent()));
		return switch (result) {
			case CommandResult.Done<S> done -> respond(status, done.order(), view);
			case CommandResult.Refused<S> refused -> throw new RefusedException(refused.refusal());
			case CommandResult.Failed<S> failed -> throw failed.failure();
		};
	}

	private <B> CommandRequest<C> request(Bulk.Item<B> item, BiFunction<String, B, C> command, Call call) {
		String order = Objects.requireNonNull(item.order());
		C wanted = command.apply(order, Objects.requireNonNull(item.command()));
		String key = (item.key() != null) ? item.key() : call.idempotencyKey();
		String fingerprint = (key != null) ? this.fingerprints.of(item.command()) : null;
		return new CommandRequest<>(order, wanted, call.actor(), call.visibility(), key, fingerprint, item.ifMatch(),
				call.traceparent());
	}

	private BulkResult.Line line(String order, CommandResult<S> result) {
		return switch (result) {
			case CommandResult.Done<S> done -> BulkResult.Line.done(order, done.order().version());
			case CommandResult.Refused<S> refused ->
				BulkResult.Line.failed(order, this.problems.of(refused.refusal(), LocaleContextHolder.getLocale()));
			case CommandResult.Failed<S> failed -> BulkResult.Line.failed(order, this.problems.of(failed.failure(),
					this.kind.label() + " " + order, LocaleContextHolder.getLocale()));
		};
	}

	private <V> ResponseEntity<V> respond(HttpStatus status, OrderSnapshot<S> order,
			Function<OrderSnapshot<S>, V> view) {
		return ResponseEntity.status(status).eTag("\"" + order.version() + "\"").body(view.apply(order));
	}

}
