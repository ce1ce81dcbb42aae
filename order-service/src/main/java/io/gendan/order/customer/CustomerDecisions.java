package io.gendan.order.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.gendan.contract.Actor;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.customer.CreditLimitChanged;
import io.gendan.contract.customer.CustomerChanged;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.CustomerErased;
import io.gendan.contract.customer.CustomerEvent;
import io.gendan.contract.customer.CustomerGraded;
import io.gendan.contract.customer.CustomerRegistered;
import io.gendan.contract.customer.ErasureCause;
import io.gendan.contract.customer.ErasureCompleted;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.customer.StandingChanged;
import io.gendan.order.OrderPolicy;
import io.gendan.stage.Context;
import io.gendan.stage.FormReader;
import io.gendan.stage.Outcome;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is asked for about a customer. Personal texts of the state may be sealed:
 * they are opened to be compared, and go into events as they stand.
 */
final class CustomerDecisions {

	/** Who may say on which terms business is done with a new customer. */
	private static final Set<String> GRANTING = Set.of("sales-manager", "general-manager");

	private static final String SALESPERSON = "salesperson";

	/** What a customer is as long as no manager has said more. */
	private static final String FIRST_GRADE = "C";

	private static final int REASON = 4000;

	private static final int REFERENCE = 40;

	/** It stays in clear for good, so it must not hold a name. */
	private static final Pattern FILE_NUMBER = Pattern.compile("[A-Za-z0-9/._-]+");

	/** Nor anything as long as a mobile phone or an identity card. */
	private static final Pattern TELEPHONE = Pattern.compile("[0-9]{11}");

	private final OrderPolicy policy;

	CustomerDecisions(OrderPolicy policy) {
		this.policy = policy;
	}

	Outcome<CustomerEvent> decide(Customer customer, CustomerCommand command, Context context) {
		Erased erased = customer.erased();
		if (erased != null && !(command instanceof CustomerCommand.RecordErasure)) {
			return Outcome.refused(CustomerRefusal.CUSTOMER_ERASED,
					Map.of("customer", customer.number(), "erasedOn",
							LocalDate.ofInstant(erased.erasedAt(), this.policy.zone()).toString(), "erasedAt",
							erased.erasedAt().toString(), "cause", erased.cause().name()));
		}
		FormReader reader = new FormReader();
		TermsCheck terms = new TermsCheck(reader, this.policy);
		String number = customer.number();
		return switch (command) {
			case CustomerCommand.Register(CustomerForm form, TermsForm wanted) ->
				register(customer, form, wanted, terms, context, reader);
			case CustomerCommand.Change(CustomerForm form, String reason) ->
				known(customer, (entry) -> change(number, entry, form, reason, context.privacy(), reader));
			case CustomerCommand.Grade(String grade, String reason) -> known(customer, (entry) -> grade(number,
					entry.grade(), reader.need("grade", terms.grade(grade)), reason(reader, reason), reader));
			case CustomerCommand.SetCreditLimit(TermsForm.Amount limit, String reason) ->
				known(customer, (entry) -> limit(number, entry.creditLimit(), terms.limit("", limit),
						reason(reader, reason), reader));
			case CustomerCommand.SetStanding(String standing, String reason) ->
				known(customer, (entry) -> standing(number, entry.standing(), terms.standing(standing),
						reason(reader, reason), reader));
			case CustomerCommand.Erase(String cause, String reference) ->
				erase(number, cause, reference, context.now(), reader);
			case CustomerCommand.RecordErasure(Instant goneBy) -> completed(customer, goneBy);
		};
	}

	private static Outcome<CustomerEvent> known(Customer customer, Function<Entry, Outcome<CustomerEvent>> decision) {
		return (customer.entry() != null) ? decision.apply(customer.entry())
				: refused(CustomerRefusal.CUSTOMER_UNKNOWN, customer.number());
	}

	private static Outcome<CustomerEvent> register(Customer customer, CustomerForm form, TermsForm wanted,
			TermsCheck terms, Context context, FormReader reader) {
		Actor actor = context.actor();
		if (!wanted.isEmpty() && !GRANTING.contains(actor.role())) {
			return refused(CustomerRefusal.TERMS_NOT_YOURS, customer.number());
		}
		checkNumber(reader, customer.number());
		CustomerDetails details = new CustomerCheck(reader).details(form,
				actor.role().equals(SALESPERSON) ? actor.id() : null);
		String grade = terms.grade(wanted.grade());
		Money limit = (wanted.creditLimit() != null) ? terms.limit("creditLimit.", wanted.creditLimit()) : null;
		Standing standing = (wanted.standing() != null) ? terms.standing(wanted.standing()) : Standing.GOOD;
		if (details == null || standing == null || !reader.clean()) {
			return refused(reader);
		}
		CustomerRegistered registered = new CustomerRegistered(customer.number(), details,
				Objects.requireNonNullElse(grade, FIRST_GRADE), limit, standing);
		if (customer.entry() == null) {
			return Outcome.accepted(registered);
		}
		return registered.equals(opened(customer.number(), customer.entry(), context.privacy())) ? Outcome.accepted()
				: refused(CustomerRefusal.CUSTOMER_REGISTERED, customer.number());
	}

	/** The entry in clear, as it would be registered now; it is not kept. */
	private static CustomerRegistered opened(String number, Entry entry, Privacy privacy) {
		return privacy.opened(
				new CustomerRegistered(number, entry.details(), entry.grade(), entry.creditLimit(), entry.standing()));
	}

	private static Outcome<CustomerEvent> change(String number, Entry entry, CustomerForm form, @Nullable String reason,
			Privacy privacy, FormReader reader) {
		CustomerDetails before = entry.details();
		CustomerDetails after = new CustomerCheck(reader).details(form, before.salesperson());
		Personal why = new PersonalReader(reader).prose("reason", reason, REASON);
		if (after == null || !reader.clean()) {
			return refused(reader);
		}
		return after.equals(opened(number, entry, privacy).details()) ? Outcome.accepted()
				: Outcome.accepted(new CustomerChanged(number, before, after, why));
	}

	private static Outcome<CustomerEvent> grade(String number, String old, String grade, Personal reason,
			FormReader reader) {
		if (!reader.clean()) {
			return refused(reader);
		}
		return grade.equals(old) ? Outcome.accepted()
				: Outcome.accepted(new CustomerGraded(number, old, grade, reason));
	}

	private static Outcome<CustomerEvent> limit(String number, @Nullable Money old, @Nullable Money limit,
			Personal reason, FormReader reader) {
		if (limit == null || !reader.clean()) {
			return refused(reader);
		}
		return limit.equals(old) ? Outcome.accepted()
				: Outcome.accepted(new CreditLimitChanged(number, old, limit, reason));
	}

	private static Outcome<CustomerEvent> standing(String number, Standing old, @Nullable Standing standing,
			Personal reason, FormReader reader) {
		if (standing == null || !reader.clean()) {
			return refused(reader);
		}
		return (standing == old) ? Outcome.accepted()
				: Outcome.accepted(new StandingChanged(number, old, standing, reason));
	}

	private static Outcome<CustomerEvent> erase(String number, @Nullable String rawCause, @Nullable String rawReference,
			Instant now, FormReader reader) {
		checkNumber(reader, number);
		ErasureCause cause = reader.choice("cause", rawCause, ErasureCause.class);
		String reference = reader.code("reference", rawReference, REFERENCE);
		if (reference != null && !(FILE_NUMBER.matcher(reference).matches() && !TELEPHONE.matcher(reference).find())) {
			reader.fault("reference", CustomerRefusal.REFERENCE_INVALID);
		}
		return (cause != null && reader.clean()) ? Outcome.accepted(new CustomerErased(number, cause, reference, now))
				: refused(reader);
	}

	/** The work may have been done twice; the first report counts. */
	private static Outcome<CustomerEvent> completed(Customer customer, Instant goneBy) {
		if (customer.erased() == null) {
			return refused(CustomerRefusal.CUSTOMER_NOT_ERASED, customer.number());
		}
		return customer.erased().completed() ? Outcome.accepted()
				: Outcome.accepted(new ErasureCompleted(customer.number(), goneBy));
	}

	/** As that of an order: what the reader would have to change makes another number. */
	private static void checkNumber(FormReader reader, String number) {
		String read = reader.code("number", number, CustomerStage.LONGEST_NUMBER);
		boolean addressable = !number.equals(".") && !number.equals("..");
		if (reader.clean() && !(number.equals(read) && addressable)) {
			reader.fault("number", CustomerRefusal.CUSTOMER_NUMBER_INVALID, number);
		}
	}

	private static Personal reason(FormReader reader, @Nullable String reason) {
		PersonalReader personal = new PersonalReader(reader);
		return personal.need("reason", personal.prose("reason", reason, REASON));
	}

	private static Outcome<CustomerEvent> refused(FormReader reader) {
		return Outcome.refused(CustomerRefusal.CUSTOMER_FIELDS_INVALID, reader.faults());
	}

	private static Outcome<CustomerEvent> refused(CustomerRefusal code, String number) {
		return Outcome.refused(code, Map.of("customer", number));
	}

}
