package io.gendan.messaging.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.Subject;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.ForeignOrder;
import io.gendan.messaging.SubjectRefusal;
import io.gendan.messaging.ledger.LedgerStore;
import io.gendan.messaging.ledger.SealedRows;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.FieldFault;
import io.gendan.stage.Owner;
import io.gendan.stage.Refusal;
import io.gendan.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Holds commands to the orders that are their caller's, within the read they need anyway
 * (X-1).
 *
 * @param <S> the state of the stage
 * @param <C> the commands of the stage
 */
final class Ownership<S, C> {

	private final Stage<S, C, ?> stage;

	Ownership(Stage<S, C, ?> stage) {
		this.stage = stage;
	}

	@Nullable Owner of(S state) {
		return this.stage.kind().owned() ? this.stage.owner(state).orElse(null) : Owner.HOUSE;
	}

	/**
	 * What comes before everything else, before conditions and repeated answers too:
	 * nothing is told of another's order.
	 * @param request the command
	 * @param state the state of an order that is known here
	 * @return why not, null if the order is the caller's
	 */
	@Nullable Refusal objection(CommandRequest<C> request, S state) {
		if (request.visibility().admits(of(state))) {
			return null;
		}
		boolean opens = this.stage.opens(request.command());
		Subject subject = new Subject(this.stage.kind().label(), request.order());
		return opens ? SubjectRefusal.of(ForeignOrder.NUMBER_NOT_FREE, subject, Map.of("number", request.order()))
				: SubjectRefusal.of(ForeignOrder.ORDER_UNKNOWN, subject);
	}

	/**
	 * No order is given to a customer who is another's. Whoever enters a new customer has
	 * it: there is nobody yet from whom it would be taken.
	 * @param request the command
	 * @param before the state before it
	 * @param after the state it would lead to
	 * @return why not, null if it may be carried out
	 */
	@Nullable Refusal objection(CommandRequest<C> request, S before, S after) {
		Owner owner = of(after);
		Owner previous = of(before);
		if (owner == null || owner == Owner.HOUSE || request.visibility().serves(owner.customerId())
				|| (previous != null && previous.customerId().equals(owner.customerId()))) {
			return null;
		}
		Map<String, Object> facts = Map.of("customer", owner.customerId());
		if (this.stage.kind().label().equals(Subject.CUSTOMER)) {
			return (previous == null && request.visibility().admits(owner)) ? null
					: new Refusal(ForeignOrder.CUSTOMER_NOT_YOURS, facts,
							List.of(new FieldFault("number", ForeignOrder.CUSTOMER_NOT_YOURS, facts)));
		}
		return new Refusal(ForeignOrder.CUSTOMER_NOT_YOURS,
				Map.of("customer", owner.customerId(), "order", request.order()),
				List.of(new FieldFault("customer.id", ForeignOrder.CUSTOMER_NOT_YOURS, facts)));
	}

	/**
	 * What lists show, in all services alike with whose it is. A personal text whose key
	 * is not here yet stays sealed, and it is told which key it awaits.
	 * @param state the present state
	 * @param keys open personal texts
	 * @return the summary
	 */
	Map<String, Object> summary(S state, Sealing.Batch keys) {
		Map<String, Object> fields = new LinkedHashMap<>();
		this.stage.summary(state).forEach((field, value) -> {
			if (value instanceof Personal text) {
				String clear = keys.openForList(text);
				String awaited = keys.awaited(text);
				fields.put(field, (clear != null) ? clear : text.text());
				if (awaited != null) {
					fields.put(SealedRows.AWAITED, awaited);
				}
			}
			else {
				fields.put(field, value);
			}
		});
		Owner owner = of(state);
		if (owner != null && owner != Owner.HOUSE) {
			fields.put(LedgerStore.CUSTOMER, owner.customerId());
			fields.put(LedgerStore.ENTERED_BY, owner.enteredBy());
		}
		return fields;
	}

}
