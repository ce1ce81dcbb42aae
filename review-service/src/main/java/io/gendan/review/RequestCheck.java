package io.gendan.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.contract.Money;
import io.gendan.contract.review.Correction;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import io.gendan.stage.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a request and remembers every fault, so that all are told at once.
 * A field at fault reads as blank; nobody uses it.
 */
final class RequestCheck {

	private static final int LONGEST_TEXT = 2000;

	private static final int MOST_CORRECTIONS = 200;

	private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(12);

	private static final Pattern FIELD_PATH = Pattern
		.compile("[A-Za-z]{1,40}(\\[\\d{1,4}])?(\\.[A-Za-z]{1,40}(\\[\\d{1,4}])?){0,4}");

	private final List<FieldFault> faults = new ArrayList<>();

	List<FieldFault> faults() {
		return List.copyOf(this.faults);
	}

	@Nullable String optional(String field, @Nullable String value) {
		return (value == null || value.isBlank()) ? null : text(field, value);
	}

	String required(String field, @Nullable String value) {
		if (value == null || value.isBlank()) {
			this.faults.add(new FieldFault(field, ReviewRefusal.REQUIRED));
			return "";
		}
		return text(field, value);
	}

	List<Correction> corrections(@Nullable List<@Nullable RequestedCorrection> requested) {
		if (requested == null || requested.isEmpty()) {
			this.faults.add(new FieldFault("corrections", ReviewRefusal.REQUIRED));
			return List.of();
		}
		if (requested.size() > MOST_CORRECTIONS) {
			this.faults.add(new FieldFault("corrections", ReviewRefusal.TOO_MANY, Map.of("max", MOST_CORRECTIONS)));
			return List.of();
		}
		List<Correction> corrections = new ArrayList<>();
		for (int i = 0; i < requested.size(); i++) {
			corrections.add(correction("corrections[" + i + "]", requested.get(i)));
		}
		return corrections;
	}

	/** An amount of zero or more in a currency; null after a fault and when left out. */
	@Nullable Money amount(String field, @Nullable BigDecimal amount, String currency) {
		int digits = Money.zero(currency).amount().scale();
		if (amount == null) {
			return null;
		}
		if (amount.signum() < 0) {
			this.faults.add(new FieldFault(field, ReviewRefusal.AMOUNT_NEGATIVE));
		}
		else if (amount.compareTo(LARGEST_AMOUNT) > 0) {
			this.faults.add(new FieldFault(field, ReviewRefusal.AMOUNT_TOO_LARGE,
					Map.of("max", LARGEST_AMOUNT.toPlainString())));
		}
		else if (amount.stripTrailingZeros().scale() > digits) {
			this.faults.add(new FieldFault(field, ReviewRefusal.AMOUNT_TOO_FINE,
					Map.of("currency", currency, "digits", digits)));
		}
		else {
			return new Money(amount.stripTrailingZeros(), currency);
		}
		return null;
	}

	private Correction correction(String path, @Nullable RequestedCorrection requested) {
		if (requested == null) {
			this.faults.add(new FieldFault(path, ReviewRefusal.REQUIRED));
			return new Correction("", "");
		}
		return new Correction(fieldPath(path + ".field", requested.field()),
				required(path + ".remark", requested.remark()));
	}

	private String fieldPath(String field, @Nullable String value) {
		if (value != null && !value.isBlank() && !FIELD_PATH.matcher(value.strip()).matches()) {
			this.faults.add(new FieldFault(field, ReviewRefusal.FIELD_PATH_INVALID));
			return "";
		}
		return required(field, value);
	}

	private String text(String field, String value) {
		String text = value.strip();
		if (text.length() > LONGEST_TEXT) {
			this.faults.add(new FieldFault(field, ReviewRefusal.TOO_LONG, Map.of("max", LONGEST_TEXT)));
		}
		if (text.chars().anyMatch(RequestCheck::unprintable)) {
			this.faults.add(new FieldFault(field, ReviewRefusal.UNPRINTABLE));
		}
		return text;
	}

	private static boolean unprintable(int character) {
		return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
	}

}
