package io.gendan.order.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.gendan.contract.Actor;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.messaging.StageGateway;
import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.order.Known;
import io.gendan.order.Order;
import io.gendan.order.OrderCommand;
import io.gendan.order.OrderForm;
import io.gendan.order.OrderRefusal;
import io.gendan.order.OrderStage;
import io.gendan.order.entry.Registers;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import io.gendan.stage.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Places a batch of orders of a file with one write. */
@Component
class ImportBatch {

	private static final Logger log = LoggerFactory.getLogger(ImportBatch.class);

	private final StageGateway<Order, OrderCommand> gateway;

	private final OrderStage stage;

	private final Registers registers;

	private final Privacy privacy;

	private final ImportSettings settings;

	private final Clock clock;

	ImportBatch(StageGateway<Order, OrderCommand> gateway, OrderStage stage, Registers registers, Privacy privacy,
			ImportSettings settings, Clock clock) {
		this.gateway = gateway;
		this.stage = stage;
		this.registers = registers;
		this.privacy = privacy;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Places what is clean and tells the faults of the rest.
	 * @param record the import
	 * @param mapping its mapping
	 * @param reader reads its rows
	 * @param orders the batch
	 * @param counts gets what has become of them
	 * @return what is refused
	 */
	BatchRefusals place(ImportRecord record, ColumnMapping mapping, RowReader reader, List<FileOrder> orders,
			ImportCounts counts) {
		BatchRefusals refusals = new BatchRefusals();
		Map<OrderFiller, OrderForm> filled = new LinkedHashMap<>();
		for (FileOrder order : orders) {
			counts.rows(order.count());
			OrderFiller filler = new OrderFiller(mapping, reader, order, record.receivedAt(),
					this.settings.limits().orderFaults());
			if (filler.cancellation() || filler.nameless()) {
				counts.refused();
				refusals.add(filler);
			}
			else {
				filled.put(filler, filler.fill());
			}
		}
		List<OrderFiller> clean = new ArrayList<>();
		List<CommandRequest<OrderCommand>> requests = new ArrayList<>();
		Iterator<Known> knowns = this.registers.imported(List.copyOf(filled.values()), record.uploader().visibility())
			.iterator();
		filled.forEach((filler, form) -> {
			Known known = knowns.next();
			if (filler.faults().isEmpty()) {
				clean.add(filler);
				requests.add(request(record, filler.orderNumber(), form, known));
			}
			else {
				if (!filler.unreadable()) {
					checkOnly(record, filler, form, known);
				}
				counts.refused();
				refusals.add(filler);
			}
		});
		List<CommandResult<Order>> results = carryOut(requests);
		for (int index = 0; index < results.size(); index++) {
			OrderFiller filler = clean.get(index);
			count(results.get(index), filler, counts);
			if (!filler.faults().isEmpty()) {
				refusals.add(filler);
			}
			if (results.get(index) instanceof CommandResult.Refused<Order>(Refusal refusal)
					&& refusal.code().attempt()) {
				refusals.add(attempt(record, filler.orderNumber(), refusal));
			}
		}
		return refusals;
	}

	/**
	 * Orders that cannot be written are tried again after a pause, those beside them are
	 * done.
	 */
	private List<CommandResult<Order>> carryOut(List<CommandRequest<OrderCommand>> requests) {
		List<CommandResult<Order>> results = new ArrayList<>(execute(requests));
		for (Duration pause : this.settings.orderPauses()) {
			List<Integer> unwritten = IntStream.range(0, results.size())
				.filter((index) -> unwritten(results.get(index)))
				.boxed()
				.toList();
			if (!unwritten.isEmpty()) {
				LockSupport.parkNanos(pause.toNanos());
				List<CommandResult<Order>> again = execute(unwritten.stream().map(requests::get).toList());
				for (int index = 0; index < again.size(); index++) {
					results.set(unwritten.get(index), again.get(index));
				}
			}
		}
		return results;
	}

	private List<CommandResult<Order>> execute(List<CommandRequest<OrderCommand>> requests) {
		return requests.isEmpty() ? List.of() : this.gateway.executeAll(requests);
	}

	/** The store may take it in a moment. */
	private static boolean unwritten(CommandResult<Order> result) {
		return switch (result) {
			case CommandResult.Done<Order> _ -> false;
			case CommandResult.Refused<Order>(Refusal refusal) -> refusal.code() == GatewayRefusal.ORDER_NOT_STORED;
			case CommandResult.Failed<Order> _ -> true;
		};
	}

	/**
	 * The key makes a run that is taken up again find its own orders, and so count them
	 * as its own.
	 */
	private static CommandRequest<OrderCommand> request(ImportRecord record, String number, OrderForm form,
			Known known) {
		return new CommandRequest<>(number, new OrderCommand.Place(form, known), record.uploader().actor(),
				known.visibility(form, record.uploader().visibility()), record.id() + "/" + record.run(),
				String.valueOf(form), null, null);
	}

	/** The rows are at fault already; what the domain finds as well is told with it. */
	private void checkOnly(ImportRecord record, OrderFiller filler, OrderForm form, Known known) {
		Outcome<?> outcome = this.stage.decide(this.stage.initial(filler.orderNumber()),
				new OrderCommand.Place(form, known),
				new Context(record.uploader().actor(), this.clock.instant(), List.of(), this.privacy));
		if (outcome instanceof Outcome.Refused<?>(Refusal refusal)) {
			filler.refused(refusal.fields());
		}
	}

	/** As if the uploader had sent the order by itself. */
	private static RefusedAttempt attempt(ImportRecord record, String number, Refusal refusal) {
		Actor uploader = record.uploader().actor();
		return new RefusedAttempt(uploader.id(), null, List.of(uploader.role()), "POST",
				"/api/order-imports/" + record.id(), number, RefusedAttempt.Reason.of(refusal.code()));
	}

	private static void count(CommandResult<Order> result, OrderFiller filler, ImportCounts counts) {
		switch (result) {
			case CommandResult.Done<Order> done -> {
				OrderPlaced placed = done.order().state().placed();
				if (placed != null) {
					counts.placed(placed.total());
				}
			}
			case CommandResult.Refused<Order>(Refusal refusal) when refusal
				.code() == OrderRefusal.ORDER_ALREADY_PLACED -> counts.alreadyKnown();
			case CommandResult.Refused<Order>(Refusal refusal) -> {
				counts.refused();
				if (refusal.fields().isEmpty()) {
					filler.refused(refusal.code(), refusal.facts());
				}
				else {
					filler.refused(refusal.fields());
				}
			}
			case CommandResult.Failed<Order>(RuntimeException failure) -> {
				log.error("Order {} of an import cannot be written", filler.orderNumber(), failure);
				counts.refused();
				filler.refused(ImportRefusal.ORDER_NOT_WRITTEN, Map.of("order", filler.orderNumber()));
			}
		}
	}

}
