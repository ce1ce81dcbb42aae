package io.gendan.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

import io.gendan.contract.order.PaymentTerms;
import org.jspecify.annotations.Nullable;

/**
 * When money is due under which terms (BIL-1, BIL-2).
 *
 * @param zone the zone whose calendar days count
 * @param prepaidDays days a customer has to pay in advance
 */
public record TermsPolicy(ZoneId zone, int prepaidDays) {

	/**
	 * Refuses settings that cannot be meant.
	 * @throws IllegalArgumentException if the days are negative
	 */
	public TermsPolicy {
		if (prepaidDays < 0) {
			throw new IllegalArgumentException("prepaid-days must not be negative: " + prepaidDays);
		}
	}

	LocalDate today(Instant now) {
		return LocalDate.ofInstant(now, this.zone);
	}

	/**
	 * The last day to pay, when the customer is asked now: never a day that has passed,
	 * however late the delivery is told or its differences are decided.
	 */
	LocalDate dueOn(PaymentTerms terms, Instant now, @Nullable Instant delivered) {
		LocalDate today = today(now);
		LocalDate arrived = today((delivered != null) ? delivered : now);
		LocalDate due = switch (terms) {
			case PREPAID -> today.plusDays(this.prepaidDays);
			case CASH_ON_DELIVERY -> arrived;
			case MONTHLY -> YearMonth.from(arrived).plusMonths(1).atEndOfMonth();
		};
		return due.isBefore(today) ? today : due;
	}

	/** The first instant after the last day to pay. */
	Instant overdueFrom(LocalDate dueOn) {
		return dueOn.plusDays(1).atStartOfDay(this.zone).toInstant();
	}

}
