package io.gendan.order;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.gendan.contract.Money;
import io.gendan.contract.order.Channel;
import io.gendan.contract.order.Customer;
import io.gendan.contract.order.DeliveryMethod;
import io.gendan.contract.order.InvoiceKind;
import io.gendan.contract.order.InvoiceWish;
import io.gendan.contract.order.OrderLine;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.order.PaymentTerms;
import io.gendan.contract.order.ShipTo;
import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/** Checks a form in full and makes the order of it, or tells all its faults (ORD-4). */
final class OrderCheck {

	private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final int NAME = 200;

	private static final int CODE = 40;

	private static final int PROSE = 4000;

	private static final int KEY_POINTS = 50;

	private final OrderPolicy policy;

	private final OrderForm form;

	private final FormReader reader = new FormReader();

	private final Instant now;

	private OrderCheck(OrderPolicy policy, OrderForm form, Instant now) {
		this.policy = policy;
		this.form = form;
		this.now = now;
	}

	/**
	 * Checks a form.
	 * @param policy the numbers to check by
	 * @param order order number it shall get
	 * @param form what was filled in
	 * @param round round of placing
	 * @param enteredBy user
	 * @param now present time
	 * @return the order, or its faults
	 */
	static Checked check(OrderPolicy policy, String order, OrderForm form, int round, String enteredBy, Instant now) {
		return new OrderCheck(policy, form, now).order(order, round, enteredBy);
	}

	private Checked order(String order, int round, String enteredBy) {
		if (!NUMBER.matcher(order).matches()) {
			this.reader.fault("number", OrderRefusal.ORDER_NUMBER_INVALID, order);
		}
		Instant receivedAt = receivedAt();
		Channel channel = this.reader.choice("channel", this.form.channel(), Channel.class);
		Customer customer = customer(this.form.customer());
		ShipTo shipTo = shipTo(this.form.shipTo());
		String currency = CurrencyCheck.currency(this.reader, this.policy, this.form.currency());
		List<OrderLine> lines = LineCheck.lines(this.reader, this.policy, this.form.lines(), currency);
		Money total = total(lines, currency);
		LocalDate requested = requestedDelivery(receivedAt);
		DeliveryMethod method = this.reader.choice("deliveryMethod", this.form.deliveryMethod(), DeliveryMethod.class);
		String packaging = this.reader.prose("packaging", this.form.packaging(), PROSE);
		PaymentTerms terms = this.reader.choice("paymentTerms", this.form.paymentTerms(), PaymentTerms.class);
		InvoiceWish invoice = invoice(this.form.invoice(), customer);
		String remarks = this.reader.prose("remarks", this.form.remarks(), PROSE);
		List<String> keyPoints = keyPoints();
		if (this.reader.clean() && receivedAt != null && channel != null && total != null && requested != null
				&& method != null && terms != null && invoice != null) {
			return new Checked.Sound(new OrderPlaced(order, round, receivedAt, channel, enteredBy, customer, shipTo,
					lines, total, requested, method, packaging, terms, invoice, remarks, keyPoints));
		}
		return new Checked.Faulty(this.reader.faults());
	}

	private @Nullable Instant receivedAt() {
		String text = this.reader.word("receivedAt", this.form.receivedAt(), CODE);
		if (text == null) {
			return this.now;
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(text);
			if (time.getYear() < 1970) {
				this.reader.fault("receivedAt", OrderRefusal.TIME_INVALID, text);
				return null;
			}
			if (time.toInstant().isAfter(this.now)) {
				this.reader.fault("receivedAt", OrderRefusal.RECEIPT_IN_FUTURE, text);
				return null;
			}
			return time.toInstant();
		}
		catch (DateTimeException ex) {
			this.reader.fault("receivedAt", OrderRefusal.TIME_INVALID, text);
			return null;
		}
	}

	private Customer customer(OrderForm.Party party) {
		String creditCode = this.reader.word("customer.creditCode", party.creditCode(), CODE);
		if (creditCode != null && !SocialCreditCode.valid(creditCode)) {
			this.reader.fault("customer.creditCode", OrderRefusal.CREDIT_CODE_INVALID, creditCode);
		}
		String grade = this.reader.word("customer.grade", party.grade(), CODE);
		if (grade != null && !Set.of("A", "B", "C").contains(grade)) {
			this.reader.fault("customer.grade", OrderRefusal.CHOICE_UNKNOWN,
					Map.of("value", grade, "allowed", "A, B, C"));
		}
		return new Customer(required("customer.id", party.id(), CODE), required("customer.name", party.name(), NAME),
				this.reader.word("customer.contact", party.contact(), NAME),
				this.reader.word("customer.phone", party.phone(), CODE), creditCode, grade);
	}

	private ShipTo shipTo(OrderForm.Address address) {
		String country = required("shipTo.country", address.country(), CODE);
		if (!country.isEmpty() && !COUNTRIES.contains(country)) {
			this.reader.fault("shipTo.country", OrderRefusal.COUNTRY_UNKNOWN, country);
		}
		String street = this.reader.need("shipTo.address",
				this.reader.prose("shipTo.address", address.address(), NAME * 2));
		return new ShipTo(country, this.reader.word("shipTo.region", address.region(), NAME),
				this.reader.word("shipTo.city", address.city(), NAME), street,
				this.reader.word("shipTo.postalCode", address.postalCode(), CODE),
				this.reader.word("shipTo.receiver", address.receiver(), NAME),
				this.reader.word("shipTo.phone", address.phone(), CODE));
	}

	/** Null if the lines or the currency are at fault and so have no sum. */
	private @Nullable Money total(List<OrderLine> lines, @Nullable String currency) {
		String text = this.reader.word("total", this.form.total(), NAME);
		BigDecimal sent = (text != null) ? this.reader.number("total", text) : null;
		if (currency == null || lines.size() != this.form.lines().size() || lines.isEmpty()) {
			return null;
		}
		Money total = lines.stream().map(OrderLine::amount).reduce(Money.zero(currency), Money::plus);
		if (total.signum() <= 0) {
			this.reader.fault("total", OrderRefusal.TOTAL_NOT_POSITIVE, total.toString());
		}
		if (sent != null && sent.compareTo(total.amount()) != 0) {
			this.reader.fault("total", OrderRefusal.TOTAL_DISAGREES,
					Map.of("value", FormReader.shown(sent.toString()), "computed", total.amount().toPlainString()));
		}
		return total;
	}

	private @Nullable LocalDate requestedDelivery(@Nullable Instant receivedAt) {
		String text = required("requestedDelivery", this.form.requestedDelivery(), CODE);
		if (text.isEmpty()) {
			return null;
		}
		try {
			LocalDate requested = LocalDate.parse(text);
			if (receivedAt != null) {
				LocalDate receipt = this.policy.dateOf(receivedAt);
				LocalDate latest = receipt.plus(this.policy.deliveryHorizon());
				if (requested.isBefore(receipt)) {
					this.reader.fault("requestedDelivery", OrderRefusal.DELIVERY_BEFORE_RECEIPT,
							Map.of("value", text, "receipt", receipt.toString()));
				}
				if (requested.isAfter(latest)) {
					this.reader.fault("requestedDelivery", OrderRefusal.DELIVERY_TOO_FAR,
							Map.of("value", text, "latest", latest.toString()));
				}
			}
			return requested;
		}
		catch (DateTimeException ex) {
			this.reader.fault("requestedDelivery", OrderRefusal.DATE_INVALID, text);
			return null;
		}
	}

	/** An order without invoice still has a title, the customer's name. */
	private @Nullable InvoiceWish invoice(OrderForm.Invoice wish, Customer customer) {
		InvoiceKind kind = this.reader.choice("invoice.kind", wish.kind(), InvoiceKind.class);
		String title = this.reader.word("invoice.title", wish.title(), NAME);
		String taxNumber = this.reader.word("invoice.taxNumber", wish.taxNumber(), CODE);
		if (kind == null) {
			return null;
		}
		if (kind == InvoiceKind.NONE) {
			return new InvoiceWish(kind, (title != null) ? title : customer.name(), taxNumber);
		}
		if (kind == InvoiceKind.VAT_SPECIAL && taxNumber == null) {
			this.reader.fault("invoice.taxNumber", OrderRefusal.TAX_NUMBER_REQUIRED);
		}
		return new InvoiceWish(kind, this.reader.need("invoice.title", title), taxNumber);
	}

	private List<String> keyPoints() {
		List<@Nullable String> raw = this.form.keyPoints();
		if (raw.size() > KEY_POINTS) {
			this.reader.fault("keyPoints", OrderRefusal.TOO_MANY, Map.of("max", KEY_POINTS));
			return List.of();
		}
		List<String> points = new ArrayList<>();
		for (int index = 0; index < raw.size(); index++) {
			String field = "keyPoints[" + index + "]";
			points.add(this.reader.need(field, this.reader.prose(field, raw.get(index), PROSE)));
		}
		return points;
	}

	private String required(String field, @Nullable String raw, int max) {
		return this.reader.need(field, this.reader.word(field, raw, max));
	}

	/** What a check comes to. */
	sealed interface Checked {

		/**
		 * Everything is right.
		 *
		 * @param placed the order
		 */
		record Sound(OrderPlaced placed) implements Checked {
		}

		/**
		 * Something is wrong.
		 *
		 * @param faults all of it
		 */
		record Faulty(List<FieldFault> faults) implements Checked {
		}

	}

}
