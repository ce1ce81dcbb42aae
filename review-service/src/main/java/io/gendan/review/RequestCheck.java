package io.gendan.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.contract.review.Correction;
import io.gendan.review.ReviewCommand.RequestedCorrection;
import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request. */
final class RequestCheck extends FieldReader {

	private static final int LONGEST_TEXT = 2000;

	private static final int MOST_CORRECTIONS = 200;

	private static final BigDecimal LARGEST_AMOUNT = BigDecimal.TEN.pow(12);

	private static final Pattern FIELD_PATH = Pattern
		.compile("[A-Za-z]{1,40}(\\[\\d{1,4}])?(\\.[A-Za-z]{1,40}(\\[\\d{1,4}])?){0,4}");

	@Nullable Personal optional(String field, @Nullable String value) {
		return Personal.ofNullable(prose(field, value, LONGEST_TEXT));
	}

	Personal required(String field, @Nullable String value) {
		return Personal.of(need(field, prose(field, value, LONGEST_TEXT)));
	}

	List<Correction> corrections(@Nullable List<@Nullable RequestedCorrection> requested) {
		if (requested == null || requested.isEmpty()) {
			fault("corrections", FieldRefusal.REQUIRED);
			return List.of();
		}
		if (requested.size() > MOST_CORRECTIONS) {
			fault("corrections", ReviewRefusal.TOO_MANY, Map.of("max", MOST_CORRECTIONS));
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
			fault(field, ReviewRefusal.AMOUNT_NEGATIVE);
		}
		else if (amount.compareTo(LARGEST_AMOUNT) > 0) {
			fault(field, ReviewRefusal.AMOUNT_TOO_LARGE, Map.of("max", LARGEST_AMOUNT.toPlainString()));
		}
		else if (amount.stripTrailingZeros().scale() > digits) {
			fault(field, ReviewRefusal.AMOUNT_TOO_FINE, Map.of("currency", currency, "digits", digits));
		}
		else {
			return new Money(amount.stripTrailingZeros(), currency);
		}
		return null;
	}

	private Correction correction(String path, @Nullable RequestedCorrection requested) {
		if (requested == null) {
			fault(path, FieldRefusal.REQUIRED);
			return new Correction("", Personal.of(""));
		}
		return new Correction(fieldPath(path + ".field", requested.field()),
				required(path + ".remark", requested.remark()));
	}

	private String fieldPath(String field, @Nullable String value) {
		String path = need(field, code(field, value, LONGEST_TEXT));
		if (!path.isEmpty() && !FIELD_PATH.matcher(path).matches()) {
			fault(field, ReviewRefusal.FIELD_PATH_INVALID);
		}
		return path;
	}

}
