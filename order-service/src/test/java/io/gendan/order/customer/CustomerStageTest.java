package io.gendan.order.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
import io.gendan.order.customer.CustomerCommand.Change;
import io.gendan.order.customer.CustomerCommand.Erase;
import io.gendan.order.customer.CustomerCommand.Grade;
import io.gendan.order.customer.CustomerCommand.RecordErasure;
import io.gendan.order.customer.CustomerCommand.Register;
import io.gendan.order.customer.CustomerCommand.SetCreditLimit;
import io.gendan.order.customer.CustomerCommand.SetStanding;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.testing.HostileTexts;
import io.gendan.testing.ProblemTexts;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.gendan.order.customer.Customers.DETAILS;
import static io.gendan.order.customer.Customers.ERASED;
import static io.gendan.order.customer.Customers.ERASED_AT;
import static io.gendan.order.customer.Customers.FULL;
import static io.gendan.order.customer.Customers.NAMED;
import static io.gendan.order.customer.Customers.NUMBER;
import static io.gendan.order.customer.Customers.REGISTERED;
import static io.gendan.order.customer.Customers.TERMS;
import static io.gendan.order.customer.Customers.customer;
import static io.gendan.order.customer.Customers.stage;
import static org.assertj.core.api.Assertions.assertThat;

/** What can happen to a customer. */
class CustomerStageTest {

	private static final Instant GONE_BY = Instant.parse("2026-03-09T02:00:00Z");

	private static final Actor MANAGER = new Actor("sales-manager", "wang");

	private static final TermsForm.Amount AMOUNT = new TermsForm.Amount("20000", "CNY");

	@ParameterizedTest
	@CsvSource(textBlock = """
			unknown,    Register,       CustomerRegistered
			unknown,    Change,         CUSTOMER_UNKNOWN
			unknown,    Grade,          CUSTOMER_UNKNOWN
			unknown,    SetCreditLimit, CUSTOMER_UNKNOWN
			unknown,    SetStanding,    CUSTOMER_UNKNOWN
			unknown,    Erase,          CustomerErased
			unknown,    RecordErasure,  CUSTOMER_NOT_ERASED
			registered, Register,       CUSTOMER_REGISTERED
			registered, Change,         CustomerChanged
			registered, Grade,          CustomerGraded
			registered, SetCreditLimit, CreditLimitChanged
			registered, SetStanding,    StandingChanged
			registered, Erase,          CustomerErased
			registered, RecordErasure,  CUSTOMER_NOT_ERASED
			erased,     Register,       CUSTOMER_ERASED
			erased,     Change,         CUSTOMER_ERASED
			erased,     Grade,          CUSTOMER_ERASED
			erased,     SetCreditLimit, CUSTOMER_ERASED
			erased,     SetStanding,    CUSTOMER_ERASED
			erased,     Erase,          CUSTOMER_ERASED
			erased,     RecordErasure,  ErasureCompleted
			forgotten,  Register,       CUSTOMER_ERASED
			forgotten,  Change,         CUSTOMER_ERASED
			forgotten,  Grade,          CUSTOMER_ERASED
			forgotten,  SetCreditLimit, CUSTOMER_ERASED
			forgotten,  SetStanding,    CUSTOMER_ERASED
			forgotten,  Erase,          CUSTOMER_ERASED
			forgotten,  RecordErasure,  nothing
			""")
	void everyCommandInEveryState(String state, String command, String expected) {
		assertThat(told(past(state).when(command(command)).outcome())).isEqualTo(expected);
	}

	private static Scenario<Customer, CustomerCommand, CustomerEvent> past(String state) {
		return switch (state) {
			case "unknown" -> customer();
			case "registered" -> customer(REGISTERED);
			case "erased" -> customer(REGISTERED, ERASED);
			default -> customer(REGISTERED, ERASED, new ErasureCompleted(NUMBER, GONE_BY));
		};
	}

	private static CustomerCommand command(String name) {
		return switch (name) {
			case "Register" -> new Register(FULL, TermsForm.EMPTY);
			case "Change" -> new Change(NAMED, null);
			case "Grade" -> new Grade("A", "买得多");
			case "SetCreditLimit" -> new SetCreditLimit(AMOUNT, "买得多");
			case "SetStanding" -> new SetStanding("BLOCKED", "不付款");
			case "Erase" -> new Erase("RETENTION_ENDED", null);
			default -> new RecordErasure(GONE_BY);
		};
	}

	private static String told(Outcome<CustomerEvent> outcome) {
		return switch (outcome) {
			case Outcome.Refused<CustomerEvent> refused -> refused.refusal().code().name();
			case Outcome.Accepted<CustomerEvent>(List<CustomerEvent> events) ->
				events.isEmpty() ? "nothing" : events.getFirst().getClass().getSimpleName();
		};
	}

	@Test
	void whatIsNotSaidHasADefault() {
		customer().when(new Register(FULL, TermsForm.EMPTY))
			.then(new CustomerRegistered(NUMBER, DETAILS, "C", null, Standing.GOOD));
		assertThat(customer().when(new Register(NAMED, TermsForm.EMPTY))
			.thenTypes(CustomerRegistered.class)
			.state()
			.entry()).isNotNull().satisfies((entry) -> assertThat(entry.details().salesperson()).isEqualTo("li"));
		assertThat(customer().by(MANAGER)
			.when(new Register(NAMED, TermsForm.EMPTY))
			.thenTypes(CustomerRegistered.class)
			.state()
			.entry()).isNotNull().satisfies((entry) -> assertThat(entry.details().salesperson()).isNull());
	}

	@Test
	void termsAreForManagersToSay() {
		customer().when(new Register(FULL, TERMS))
			.refused(CustomerRefusal.TERMS_NOT_YOURS)
			.by(new Actor("merchandiser", "sun"))
			.when(new Register(FULL, new TermsForm(null, null, "GOOD")))
			.refused(CustomerRefusal.TERMS_NOT_YOURS)
			.by(MANAGER)
			.when(new Register(FULL, TERMS))
			.then(new CustomerRegistered(NUMBER, DETAILS, "A", Money.of("50000", "CNY"), Standing.ON_HOLD));
	}

	@Test
	void aChangeTellsOldAndNewAndKeepsTheSalesperson() {
		CustomerDetails named = new CustomerDetails(Personal.of("张伟"), null, List.of(), List.of(), null, null, null,
				"li");
		customer(REGISTERED).by(MANAGER)
			.when(new Change(NAMED, "改名"))
			.then(new CustomerChanged(NUMBER, DETAILS, named, Personal.of("改名")))
			.when(new Change(NAMED, "再说一遍"))
			.then();
	}

	@Test
	void whatIsSealedIsHandedOnAsItIs() {
		CustomerDetails sealed = Customers.sealed();
		assertThat(sealed.name().isSealed()).isTrue();
		customer(new CustomerRegistered(NUMBER, sealed, "C", null, Standing.GOOD)).when(new Change(FULL, null))
			.then(new CustomerChanged(NUMBER, sealed, DETAILS, null))
			.when(new Grade("A", "买得多"))
			.then(new CustomerGraded(NUMBER, "C", "A", Personal.of("买得多")));
	}

	@Test
	void theSameAgainIsNoNewsAlsoWhereItIsSealed() {
		Customer known = customer(new CustomerRegistered(NUMBER, Customers.sealed(), "C", null, Standing.GOOD)).state();
		Context context = new Context(new Actor("salesperson", "li"), ERASED_AT, List.of(), Customers.keys());
		CustomerForm other = new CustomerForm("张伟", null, List.of(), List.of(), "张伟", null, null, null);
		assertThat(stage().decide(known, new Register(NAMED, TermsForm.EMPTY), context)).isEqualTo(Outcome.accepted());
		assertThat(stage().decide(known, new Change(NAMED, "改名"), context)).isEqualTo(Outcome.accepted());
		assertThat(told(stage().decide(known, new Register(other, TermsForm.EMPTY), context)))
			.isEqualTo("CUSTOMER_REGISTERED");
		assertThat(told(stage().decide(known, new Change(other, null), context))).isEqualTo("CustomerChanged");
	}

	@Test
	void aSecondRegistrationIsKnownOrTakesANumberTwice() {
		customer(REGISTERED).by(MANAGER)
			.when(new Register(FULL, new TermsForm("B", new TermsForm.Amount("1000.00", "CNY"), null)))
			.then()
			.when(new Register(FULL, new TermsForm("A", new TermsForm.Amount("1000.00", "CNY"), null)))
			.refused(CustomerRefusal.CUSTOMER_REGISTERED)
			.when(new Register(FULL, TermsForm.EMPTY))
			.refused(CustomerRefusal.CUSTOMER_REGISTERED);
	}

	@Test
	void whatIsBlankIsLeftOut() {
		CustomerForm blank = new CustomerForm("张伟", " ", List.of(), List.of(), "", "", " ", "\u3000");
		customer().when(new Register(blank, new TermsForm("", new TermsForm.Amount(null, " "), " ")))
			.then(new CustomerRegistered(NUMBER,
					new CustomerDetails(Personal.of("张伟"), null, List.of(), List.of(), null, null, null, "li"), "C",
					null, Standing.GOOD));
		customer().by(MANAGER)
			.when(new Register(NAMED, new TermsForm(" ", new TermsForm.Amount("", ""), "")))
			.thenTypes(CustomerRegistered.class);
		customer().by(MANAGER)
			.when(new Register(NAMED, new TermsForm(null, new TermsForm.Amount("1", null), null)))
			.refusedFields(Map.of("creditLimit.currency", "REQUIRED"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "(sealed)", " (erased) ", "王***", "***" })
	void whatIsShownInThePlaceOfATextIsNoText(String mask) {
		CustomerForm masked = new CustomerForm(mask, mask, List.of(new CustomerForm.Person(mask, mask, mask, mask)),
				List.of(new CustomerForm.Place(mask, "CN", null, null, mask, null, mask, mask)), mask, mask, null,
				null);
		Map<String, String> faults = new HashMap<>();
		for (String field : List.of("name", "creditCode", "contacts[0].name", "contacts[0].function",
				"contacts[0].phone", "contacts[0].email", "addresses[0].label", "addresses[0].address",
				"addresses[0].receiver", "addresses[0].phone", "invoiceTitle", "taxNumber")) {
			faults.put(field, "TEXT_MASKED");
		}
		customer().when(new Register(masked, TermsForm.EMPTY)).refusedFields(faults);
		customer(REGISTERED).when(new Change(FULL, mask))
			.refusedFields(Map.of("reason", "TEXT_MASKED"))
			.when(new Grade("A", mask))
			.refusedFields(Map.of("reason", "TEXT_MASKED"));
	}

	@Test
	void termsChangeWithAReasonAndTheSameAgainIsNoNews() {
		customer(REGISTERED).when(new Grade("A", "买得多"))
			.then(new CustomerGraded(NUMBER, "B", "A", Personal.of("买得多")))
			.when(new Grade("A", "买得多"))
			.then()
			.when(new SetCreditLimit(new TermsForm.Amount("0.00", "CNY"), "欠款"))
			.then(new CreditLimitChanged(NUMBER, Money.of("1000", "CNY"), Money.zero("CNY"), Personal.of("欠款")))
			.when(new SetCreditLimit(new TermsForm.Amount("0", "CNY"), "欠款"))
			.then()
			.when(new SetStanding("BLOCKED", "不付款"))
			.then(new StandingChanged(NUMBER, Standing.GOOD, Standing.BLOCKED, Personal.of("不付款")))
			.when(new SetStanding("BLOCKED", "不付款"))
			.then();
		customer(new CustomerRegistered(NUMBER, DETAILS, "C", null, Standing.GOOD))
			.when(new SetCreditLimit(AMOUNT, "买得多"))
			.then(new CreditLimitChanged(NUMBER, null, Money.of("20000", "CNY"), Personal.of("买得多")));
	}

	@Test
	void ofAnErasedCustomerNothingStays() {
		CustomerErased erased = new CustomerErased(NUMBER, ErasureCause.CUSTOMER_REQUEST, "REQ-7", ERASED_AT);
		Scenario<Customer, CustomerCommand, CustomerEvent> story = customer(REGISTERED).at(ERASED_AT)
			.when(new Erase("CUSTOMER_REQUEST", " REQ-7 "))
			.then(erased);
		assertThat(story.state())
			.isEqualTo(new Customer(NUMBER, null, new Erased(ERASED_AT, ErasureCause.CUSTOMER_REQUEST, null)));
		assertThat(stage().summary(story.state())).isEqualTo(Map.of("state", "ERASED"));
		assertThat(story.when(new Grade("A", "买得多")).outcome())
			.isEqualTo(Outcome.refused(CustomerRefusal.CUSTOMER_ERASED, Map.of("customer", NUMBER, "erasedOn",
					"2026-03-02", "erasedAt", ERASED_AT.toString(), "cause", "CUSTOMER_REQUEST")));
		assertThat(story.when(new RecordErasure(GONE_BY)).then(new ErasureCompleted(NUMBER, GONE_BY)).state())
			.isEqualTo(new Customer(NUMBER, null, new Erased(ERASED_AT, ErasureCause.CUSTOMER_REQUEST, GONE_BY)));
		Customer later = story.given(REGISTERED, new CustomerGraded(NUMBER, "B", "A", Personal.of("x"))).state();
		assertThat(later.state()).isEqualTo(CustomerState.ERASED);
		assertThat(later.entry()).isNull();
	}

	@Test
	void anErasureSaysWhy() {
		customer(REGISTERED).when(new Erase(null, "x".repeat(41)))
			.refusedFields(Map.of("cause", "REQUIRED", "reference", "TOO_LONG"))
			.when(new Erase("BECAUSE", null))
			.refusedFields(Map.of("cause", "CHOICE_UNKNOWN"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			REQ-2026-0117,   true
			a/b.c_d-1,       true
			1234567890,      true
			12345678901,     false
			REQ-13805741160, false
			张伟,            false
			REQ 7,           false
			REQ:7,           false
			wang@a.cn,       false
			REQ-７,          false
			""")
	void anErasureRefersToAFileAndTellsNothingElse(String reference, boolean taken) {
		Scenario<Customer, CustomerCommand, CustomerEvent> story = customer(REGISTERED)
			.when(new Erase("CUSTOMER_REQUEST", reference));
		if (taken) {
			story.then(new CustomerErased(NUMBER, ErasureCause.CUSTOMER_REQUEST, reference, ERASED_AT));
		}
		else {
			story.refusedFields(Map.of("reference", "REFERENCE_INVALID"));
		}
	}

	@Test
	void allFaultsAreToldAtOnce() {
		CustomerForm faulty = new CustomerForm(null, "91330100799655058A",
				list(null, new CustomerForm.Person("王芳", null, null, "wang.fang")),
				list(new CustomerForm.Place(null, "ZZ", null, null, null, null, null, null), null), null,
				"123456789012345000", "LATER", null);
		customer().by(MANAGER)
			.when(new Register(faulty, new TermsForm("D", new TermsForm.Amount("-1", "XXX"), "BAD")))
			.refusedFields(Map.ofEntries(Map.entry("name", "REQUIRED"), Map.entry("creditCode", "CREDIT_CODE_INVALID"),
					Map.entry("contacts[0].name", "REQUIRED"), Map.entry("contacts[1].email", "EMAIL_INVALID"),
					Map.entry("addresses[0].country", "COUNTRY_UNKNOWN"), Map.entry("addresses[0].address", "REQUIRED"),
					Map.entry("addresses[1].country", "REQUIRED"), Map.entry("addresses[1].address", "REQUIRED"),
					Map.entry("taxNumber", "IDENTIFIER_ROUNDED"), Map.entry("paymentTerms", "CHOICE_UNKNOWN"),
					Map.entry("grade", "CHOICE_UNKNOWN"), Map.entry("creditLimit.currency", "CURRENCY_UNKNOWN"),
					Map.entry("standing", "CHOICE_UNKNOWN")));
	}

	@Test
	void termsHaveTheirForm() {
		customer(REGISTERED).when(new Grade(null, " "))
			.refusedFields(Map.of("grade", "REQUIRED", "reason", "REQUIRED"))
			.when(new SetStanding(null, null))
			.refusedFields(Map.of("standing", "REQUIRED", "reason", "REQUIRED"))
			.when(new SetCreditLimit(new TermsForm.Amount(null, null), null))
			.refusedFields(Map.of("amount", "REQUIRED", "currency", "REQUIRED", "reason", "REQUIRED"));
		Map.of("-0.01", "NUMBER_NEGATIVE", "1000000000000000.01", "NUMBER_TOO_LARGE", "1e2147483647",
				"NUMBER_TOO_LARGE", "0.001", "NUMBER_TOO_PRECISE", "many", "NUMBER_INVALID")
			.forEach((amount, fault) -> customer(REGISTERED)
				.when(new SetCreditLimit(new TermsForm.Amount(amount, "CNY"), "买得多"))
				.refusedFields(Map.of("amount", fault)));
	}

	@Test
	void listsHaveAnEnd() {
		List<CustomerForm.@Nullable Person> contacts = Collections.nCopies(21,
				new CustomerForm.Person("王芳", null, null, null));
		List<CustomerForm.@Nullable Place> addresses = Collections.nCopies(51,
				new CustomerForm.Place(null, "CN", null, null, "文三路 1 号", null, null, null));
		customer()
			.when(new Register(new CustomerForm("张伟", null, contacts.subList(1, 21), addresses.subList(1, 51), null,
					null, null, null), TermsForm.EMPTY))
			.thenTypes(CustomerRegistered.class);
		customer()
			.when(new Register(new CustomerForm("张伟", null, contacts, addresses, null, null, null, null),
					TermsForm.EMPTY))
			.refusedFields(Map.of("contacts", "TOO_MANY", "addresses", "TOO_MANY"));
	}

	@Test
	void aNumberIsTakenAsItIsOrNotAtAll() {
		for (String number : List.of("", " ", "..", " K-1", "K\u20281", "x".repeat(41))) {
			customer(number).when(new Register(FULL, TermsForm.EMPTY))
				.refused(CustomerRefusal.CUSTOMER_FIELDS_INVALID)
				.when(new Erase("RETENTION_ENDED", null))
				.refused(CustomerRefusal.CUSTOMER_FIELDS_INVALID);
		}
		customer("K/8;x=100%").when(new Register(FULL, TermsForm.EMPTY)).thenTypes(CustomerRegistered.class);
	}

	@Test
	void anEntryIsItsCustomersAndItsSalespersons() {
		assertThat(stage().owner(customer().state())).isEmpty();
		assertThat(stage().owner(customer(REGISTERED).state())).contains(new Owner(NUMBER, "li"));
		assertThat(stage().owner(customer(REGISTERED, ERASED).state())).contains(new Owner(NUMBER, ""));
	}

	@Test
	void listsShowWhatMattersAtAGlance() {
		assertThat(stage().summary(customer(REGISTERED).state()))
			.isEqualTo(Map.of("state", "REGISTERED", "standing", "GOOD", "grade", "B", "name", DETAILS.name(),
					"salesperson", "li", "country", "CN", "creditLimit", "1000.00", "creditCurrency", "CNY"));
	}

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Customer, CustomerCommand, CustomerEvent>in(CustomerCommand.class)
			.command(customer().by(MANAGER), new Register(FULL, TERMS))
			.command(customer(REGISTERED), new Change(FULL, "搬家"))
			.command(customer(REGISTERED), new Grade("A", "买得多"))
			.command(customer(REGISTERED), new SetCreditLimit(AMOUNT, "买得多"))
			.command(customer(REGISTERED), new SetStanding("BLOCKED", "不付款"))
			.command(customer(REGISTERED), new Erase("CUSTOMER_REQUEST", "REQ-7"))
			.andNoOthers();
	}

	@Test
	void everyRefusalSpeaksBothLanguages() {
		ProblemTexts.assertComplete(CustomerRefusal.values());
	}

	@SafeVarargs
	private static <T> List<@Nullable T> list(@Nullable T... elements) {
		return new ArrayList<>(Arrays.asList(elements));
	}

}
