package io.gendan.order.customer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.customer.Contact;
import io.gendan.contract.customer.CustomerAddress;
import io.gendan.contract.customer.CustomerDetails;
import io.gendan.contract.customer.CustomerErased;
import io.gendan.contract.customer.CustomerEvent;
import io.gendan.contract.customer.CustomerRegistered;
import io.gendan.contract.customer.ErasureCause;
import io.gendan.contract.customer.Standing;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.order.OrderPolicy;
import io.gendan.stage.Privacy;
import io.gendan.testing.Scenario;

/** Customers to tell stories of. */
final class Customers {

	static final String NUMBER = "K-1001";

	static final Instant ERASED_AT = Instant.parse("2026-03-02T02:00:00Z");

	static final CustomerForm FULL = new CustomerForm("杭州西湖礼品有限公司", "91330100799655058B",
			List.of(new CustomerForm.Person("王芳", "采购", "0571-8888", "wang.fang@example.com")),
			List.of(new CustomerForm.Place("仓库", "CN", "浙江", "杭州", "文三路 1 号", "310000", "王芳", "0571-8888")),
			"杭州西湖礼品有限公司", "91330100799655058B", "MONTHLY", "li");

	static final CustomerForm NAMED = new CustomerForm("张伟", null, List.of(), List.of(), null, null, null, null);

	static final TermsForm TERMS = new TermsForm("A", new TermsForm.Amount("50000.0", "CNY"), "ON_HOLD");

	static final CustomerDetails DETAILS = new CustomerDetails(Personal.of("杭州西湖礼品有限公司"),
			Personal.of("91330100799655058B"),
			List.of(new Contact(Personal.of("王芳"), Personal.of("采购"), Personal.of("0571-8888"),
					Personal.of("wang.fang@example.com"))),
			List.of(new CustomerAddress(Personal.of("仓库"), "CN", "浙江", "杭州", Personal.of("文三路 1 号"), "310000",
					Personal.of("王芳"), Personal.of("0571-8888"))),
			Personal.of("杭州西湖礼品有限公司"), Personal.of("91330100799655058B"), PaymentTerms.MONTHLY, "li");

	static final CustomerRegistered REGISTERED = new CustomerRegistered(NUMBER, DETAILS, "B", Money.of("1000", "CNY"),
			Standing.GOOD);

	static final CustomerErased ERASED = new CustomerErased(NUMBER, ErasureCause.CUSTOMER_REQUEST, "REQ-7", ERASED_AT);

	private Customers() {
	}

	static Scenario<Customer, CustomerCommand, CustomerEvent> customer(CustomerEvent... past) {
		return customer(NUMBER).given(past);
	}

	static Scenario<Customer, CustomerCommand, CustomerEvent> customer(String number) {
		return Scenario.of(stage(), number);
	}

	static CustomerStage stage() {
		return new CustomerStage(new OrderPolicy(ZoneId.of("Asia/Shanghai"), 1000, 3, BigDecimal.valueOf(1_000_000), 6,
				BigDecimal.valueOf(1_000_000), LocalDate.of(2000, 1, 1), Duration.ofMinutes(2), Period.ofYears(3),
				Set.of(), Period.ofYears(10)));
	}

	/** Has the key of {@link #sealed()}: the name in there is that of {@link #NAMED}. */
	static Privacy keys() {
		return new Privacy() {

			@Override
			public String open(Personal text) {
				return text.isSealed() ? "张伟" : text.text();
			}

			@Override
			@SuppressWarnings("unchecked")
			public <E extends GendanEvent> E opened(E event) {
				CustomerRegistered sealed = (CustomerRegistered) event;
				CustomerDetails details = sealed.details();
				return (E) new CustomerRegistered(sealed.customer(),
						new CustomerDetails(Personal.of(open(details.name())), details.creditCode(), details.contacts(),
								details.addresses(), details.invoiceTitle(), details.taxNumber(),
								details.paymentTerms(), details.salesperson()),
						sealed.grade(), sealed.creditLimit(), sealed.standing());
			}

		};
	}

	/** Details whose name nobody can read without a key. */
	static CustomerDetails sealed() {
		return new CustomerDetails(sealed(1), null, List.of(), List.of(), null, null, null, "li");
	}

	/** Sealed is another text every time, also where the same was sealed. */
	static Personal sealed(int time) {
		String header = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					"{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"K-1001\"}".getBytes(StandardCharsets.UTF_8));
		return Personal.read(header + ".." + "i".repeat(16) + "." + "c".repeat(20) + time + "." + "t".repeat(22));
	}

}
