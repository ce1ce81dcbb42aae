package io.gendan.order.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.order.OrderPlaced;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.CommandResult;
import io.gendan.messaging.StageGateway;
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
class OrderBatch implements ImportBatch {

	private static final Logger log = LoggerFactory.getLogger(OrderBatch.class);

	private final PatientGateway<Order, OrderCommand> gateway;

	private final OrderStage stage;

	private final Registers registers;

	private final Privacy privacy;

	private final ImportSettings settings;

	private final Clock clock;

	OrderBatch(StageGateway<Order, OrderCommand> gateway, OrderStage stage, Registers registers, Privacy privacy,
			ImportSettings settings, Clock clock) {
		this.gateway = new PatientGateway<>(gateway, settings.orderPauses());
		this.stage = stage;
		this.registers = registers;
		this.privacy = privacy;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.ORDERS;
	}

	@Override
	public BatchRefusals place(ImportRecord record, ColumnMapping mapping, RowReader reader, List<FileEntry> orders,
			ImportCounts counts) {
		BatchRefusals refusals = new BatchRefusals();
		Map<OrderFiller, OrderForm> filled = new LinkedHashMap<>();
		for (FileEntry order : orders) {
			counts.rows(order.count());
			OrderFiller filler = new OrderFiller(mapping, reader, order, record.receivedAt(),
					this.settings.limits().orderFaults());
			if (filler.cancellation() || filler.rows().nameless()) {
				counts.refused();
				refusals.add(filler.rows());
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
			if (filler.rows().faults().none()) {
				clean.add(filler);
				requests.add(request(record, filler.orderNumber(), form, known));
			}
			else {
				if (!filler.rows().unreadable()) {
					checkOnly(record, filler, form, known);
				}
				counts.refused();
				refusals.add(filler.rows());
			}
		});
		List<CommandResult<Order>> results = this.gateway.carryOut(requests);
		for (int index = 0; index < results.size(); index++) {
			OrderFiller filler = clean.get(index);
			count(results.get(index), filler, counts);
			if (!filler.rows().faults().none()) {
				refusals.add(filler.rows());
			}
			if (results.get(index) instanceof CommandResult.Refused<Order>(Refusal refusal)
					&& refusal.code().attempt()) {
				refusals.add(PatientGateway.attempt(record, filler.orderNumber(), refusal));
			}
		}
		return refusals;
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
			filler.rows().refused(refusal.fields());
		}
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
				filler.rows().refused(refusal);
			}
			case CommandResult.Failed<Order>(RuntimeException failure) -> {
				log.error("Order {} of an import cannot be written", filler.orderNumber(), failure);
				counts.refused();
				filler.rows()
					.refused(OrderField.NUMBER, ImportRefusal.ORDER_NOT_WRITTEN, Map.of("order", filler.orderNumber()));
			}
		}
	}

}
