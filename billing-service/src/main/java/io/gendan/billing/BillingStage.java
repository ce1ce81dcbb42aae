package io.gendan.billing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.billing.BillingCommand.DecideDifferences;
import io.gendan.billing.BillingCommand.RecordReceipt;
import io.gendan.billing.BillingCommand.RefundCredit;
import io.gendan.billing.BillingCommand.ReverseReceipt;
import io.gendan.billing.BillingCommand.WriteOff;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.billing.CreditRefunded;
import io.gendan.contract.billing.DifferencesDecided;
import io.gendan.contract.billing.InvoiceIssued;
import io.gendan.contract.billing.OrderReleased;
import io.gendan.contract.billing.OrderSettled;
import io.gendan.contract.billing.PaymentOverdue;
import io.gendan.contract.billing.PaymentReceived;
import io.gendan.contract.billing.PaymentRequested;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.billing.RestWrittenOff;
import io.gendan.contract.logistics.GoodsDelivered;
import io.gendan.contract.order.OrderArchived;
import io.gendan.contract.order.OrderCancelled;
import io.gendan.contract.order.OrderConfirmed;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Sla;
import io.gendan.stage.Stage;

/** The billing stage: from the confirmed order to the settled one (BIL). */
public final class BillingStage implements Stage<Billing, BillingCommand, BillingEvent> {

	private static final String SLA = "payment";

	private final TermsPolicy terms;

	private final BillingRules rules;

	private final Receipts receipts;

	private final Clearing clearing;

	/**
	 * The stage under given policies.
	 * @param terms when money is due
	 * @param tax how tax is taken out of prices
	 * @param receipts what a receipt may look like
	 * @param settlement when little is as good as nothing
	 */
	public BillingStage(TermsPolicy terms, TaxPolicy tax, ReceiptPolicy receipts, SettlementPolicy settlement) {
		this.terms = terms;
		this.rules = new BillingRules(terms, tax, settlement);
		this.receipts = new Receipts(receipts, this.rules);
		this.clearing = new Clearing(receipts);
	}

	@Override
	public Service service() {
		return Service.BILLING;
	}

	@Override
	public Billing initial(String order) {
		return Billing.unknown(order);
	}

	@Override
	public Set<Class<? extends GendanEvent>> listensTo() {
		return Set.of(OrderPlaced.class, OrderConfirmed.class, OrderCancelled.class, OrderArchived.class,
				GoodsDelivered.class);
	}

	@Override
	public Billing evolve(Billing state, GendanEvent event) {
		return switch (event) {
			case BillingEvent own -> evolve(state, own);
			case OrderPlaced placed -> state.with(state.agreement().withPlaced(placed));
			case OrderConfirmed _ -> state.with(state.agreement().withConfirmation());
			case OrderCancelled _ -> state.with(state.agreement().withCancellation());
			case OrderArchived _ -> state.with(state.agreement().withArchive());
			case GoodsDelivered delivered ->
				state.with(state.agreement().with(state.agreement().delivered().with(delivered)));
			default -> state;
		};
	}

	private static Billing evolve(Billing state, BillingEvent event) {
		return switch (event) {
			case PaymentRequested requested -> state.with(state.account().withRequest(requested));
			case PaymentReceived received -> state.with(state.account().withReceipt(received));
			case ReceiptReversed reversed -> state.with(reversed);
			case PaymentOverdue _ -> state.with(state.account().withOverdue());
			case OrderReleased _ -> state.withRelease();
			case DifferencesDecided decided -> state.with(decided);
			case InvoiceIssued issued -> state.with(state.claim().with(issued));
			case RestWrittenOff writtenOff -> state.with(state.claim().withWriteOff(writtenOff.amount()));
			case OrderSettled settled -> state.with(state.claim().with(settled));
			case CreditRefunded refunded -> state.with(state.account().withRefund(refunded));
		};
	}

	@Override
	public Outcome<BillingEvent> decide(Billing state, BillingCommand command, Context context) {
		Outcome<BillingEvent> outcome = switch (command) {
			case RecordReceipt receipt -> this.receipts.decide(state, receipt);
			case ReverseReceipt reverse -> this.receipts.reverse(state, reverse);
			case WriteOff writeOff -> Clearing.writeOff(state, writeOff);
			case RefundCredit refund -> this.clearing.refund(state, refund);
			case DecideDifferences decide -> Differences.decide(state, decide);
		};
		return switch (outcome) {
			case Outcome.Accepted<BillingEvent> accepted ->
				new Outcome.Accepted<>(withConsequences(state, accepted.events(), context.now()));
			case Outcome.Refused<BillingEvent> refused -> refused;
		};
	}

	@Override
	public List<BillingEvent> react(Billing state, GendanEvent received, Context context) {
		return withConsequences(state, List.of(), context.now());
	}

	private List<BillingEvent> withConsequences(Billing state, List<BillingEvent> decided, Instant now) {
		List<BillingEvent> events = new ArrayList<>(decided);
		Billing current = state;
		for (BillingEvent event : decided) {
			current = evolve(current, event);
		}
		Optional<BillingEvent> next = this.rules.next(current, now);
		while (next.isPresent()) {
			events.add(next.get());
			current = evolve(current, next.get());
			next = this.rules.next(current, now);
		}
		return events;
	}

	@Override
	public Optional<Instant> due(Billing state) {
		if (state.phase() != BillingPhase.PAYMENT_DUE) {
			return Optional.empty();
		}
		return state.request().map((request) -> this.terms.overdueFrom(request.dueOn()));
	}

	@Override
	public Optional<Sla> sla(Billing state) {
		boolean waits = state.phase() == BillingPhase.PAYMENT_DUE || state.phase() == BillingPhase.OVERDUE;
		return state.request()
			.filter((_) -> waits)
			.map((request) -> new Sla(SLA, this.terms.overdueFrom(request.dueOn())));
	}

	/** Also when another notice takes the place of the one before. */
	@Override
	public boolean withdrawn(Billing before, Billing after) {
		return after.phase() == BillingPhase.CANCELLED || !before.request().equals(after.request());
	}

	@Override
	public Set<String> slas() {
		return Set.of(SLA);
	}

	@Override
	public List<BillingEvent> onDue(Billing state, Context context) {
		return state.request()
			.filter((_) -> state.phase() == BillingPhase.PAYMENT_DUE)
			.flatMap((request) -> state.outstanding()
				.map((outstanding) -> new PaymentOverdue(state.order(), outstanding, request.dueOn())))
			.stream()
			.map(BillingEvent.class::cast)
			.toList();
	}

	@Override
	public Optional<Owner> owner(Billing state) {
		return state.placed().map((placed) -> new Owner(placed.customer().id(), placed.enteredBy()));
	}

	@Override
	public List<Column> columns() {
		return BillingSummary.COLUMNS;
	}

	@Override
	public Map<String, Object> summary(Billing state) {
		return BillingSummary.of(state);
	}

}
