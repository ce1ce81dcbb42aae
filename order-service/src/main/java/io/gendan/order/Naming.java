package io.gendan.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.order.EntryRules.Rule;
import io.gendan.stage.FieldFault;
import io.gendan.stage.FormReader;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a form names against what is known of it: what cannot be ordered so, and
 * what stands in for what the form leaves blank (ORD-1, ORD-4). An order that is placed
 * again keeps its customer and its items, whatever the rules for new ones say; only a
 * customer who is blocked or erased stops it.
 */
final class Naming {

	private final OrderForm form;

	private final Known known;

	private final @Nullable String number;

	/** The order has this customer already. */
	private final boolean kept;

	private final List<FieldFault> faults = new ArrayList<>();

	private final Inherited inherited;

	/**
	 * Holds a form against what is known.
	 * @param policy the numbers to check by
	 * @param form what was filled in
	 * @param known what is known of it
	 * @param before how the order was placed before, null for a new one
	 * @param privacy opens personal texts of the register
	 */
	Naming(OrderPolicy policy, OrderForm form, Known known, @Nullable OrderPlaced before, Privacy privacy) {
		this.form = form;
		this.known = known;
		this.number = Known.customer(form);
		this.kept = before != null && before.customer().id().equals(this.number);
		RegisterEntry entry = entry(privacy);
		String grade = grade(entry, before);
		List<Inherited.Line> lines = List.of();
		if (form.lines().size() <= policy.maxLines()) {
			ItemNaming items = new ItemNaming(form, known, items(before),
					(grade != null) ? grade : Typed.text(form.customer().grade()));
			this.faults.addAll(items.faults());
			lines = items.lines();
		}
		this.inherited = inherited(entry, grade, lines);
	}

	/** What cannot be ordered so. */
	List<FieldFault> faults() {
		return this.faults;
	}

	Inherited inherited() {
		return this.inherited;
	}

	/** Null if the register gives nothing. */
	private @Nullable RegisterEntry entry(Privacy privacy) {
		if (this.number == null || !(this.known.theirs() || this.kept)) {
			return null;
		}
		switch (this.known.customer()) {
			case KnownCustomer.Unknown _ -> {
				if (this.known.rules().unknownCustomers() == Rule.REFUSE && !this.kept) {
					fault("customer.id", OrderRefusal.CUSTOMER_NOT_REGISTERED, Map.of());
				}
			}
			case KnownCustomer.Erased erased ->
				fault("customer.id", OrderRefusal.CUSTOMER_FORGOTTEN, Map.of("erasedOn", erased.on().toString()));
			case KnownCustomer.Unreadable _ -> fault("customer.id", OrderRefusal.CUSTOMER_UNREADABLE, Map.of());
			case KnownCustomer.Registered registered -> {
				if (registered.standing() == Standing.BLOCKED) {
					fault("customer.id", OrderRefusal.CUSTOMER_BLOCKED, Map.of());
				}
				// Who may no longer see the customer learns nothing new of it.
				return this.known.theirs() ? agreeing(new RegisterEntry(this.form, registered.details(), privacy))
						: null;
			}
		}
		return null;
	}

	private @Nullable RegisterEntry agreeing(RegisterEntry entry) {
		if (entry.isUnreadable()) {
			fault("customer.id", OrderRefusal.CUSTOMER_UNREADABLE, Map.of());
			return null;
		}
		if (entry.isAnotherCode()) {
			fault("customer.creditCode", OrderRefusal.CREDIT_CODE_DISAGREES, Map.of());
		}
		if (entry.isAnotherName()) {
			fault("customer.name", OrderRefusal.CUSTOMER_NAMED_OTHERWISE, Map.of());
		}
		return entry;
	}

	/** Whoever may no longer see the customer keeps the grade that the order has. */
	private @Nullable String grade(@Nullable RegisterEntry entry, @Nullable OrderPlaced before) {
		if (!(this.known.customer() instanceof KnownCustomer.Registered registered)) {
			return null;
		}
		return (entry != null) ? registered.grade() : (this.kept && before != null) ? before.customer().grade() : null;
	}

	private Inherited inherited(@Nullable RegisterEntry entry, @Nullable String grade, List<Inherited.Line> lines) {
		if (entry == null || !(this.known.customer() instanceof KnownCustomer.Registered registered)) {
			return new Inherited(null, null, null, null, grade, null, null, null, null, lines);
		}
		Contact contact = entry.contact();
		return new Inherited(entry.name(), (contact != null) ? contact.name() : null,
				(contact != null) ? contact.phone() : null, entry.creditCode(), grade, entry.shipTo(),
				registered.details().paymentTerms(), entry.invoiceTitle(), entry.taxNumber(), lines);
	}

	private void fault(String field, OrderRefusal code, Map<String, Object> more) {
		Map<String, Object> facts = new HashMap<>(more);
		facts.put("customer", FormReader.shown(String.valueOf(this.number)));
		this.faults.add(new FieldFault(field, code, facts));
	}

	private static Set<String> items(@Nullable OrderPlaced before) {
		return (before != null) ? before.lines().stream().map(OrderLine::item).collect(Collectors.toSet()) : Set.of();
	}

}
