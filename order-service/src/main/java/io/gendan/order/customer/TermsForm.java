package io.gendan.order.customer;

import org.jspecify.annotations.Nullable;

/**
 * On which terms business is done with a new customer, as it was sent; what is blank is
 * left out.
 *
 * @param grade A key … C; C if it is left out
 * @param creditLimit how much may be owed at the most, may be left out
 * @param standing whether business is done with it; good if it is left out
 */
public record TermsForm(@Nullable String grade, @Nullable Amount creditLimit, @Nullable String standing) {

	/** Nothing said. */
	public static final TermsForm EMPTY = new TermsForm(null, null, null);

	public TermsForm {
		grade = CustomerForm.said(grade);
		creditLimit = (creditLimit != null && creditLimit.isBlank()) ? null : creditLimit;
		standing = CustomerForm.said(standing);
	}

	boolean isEmpty() {
		return equals(EMPTY);
	}

	/**
	 * An amount of money.
	 *
	 * @param amount a decimal number
	 * @param currency ISO 4217 code
	 */
	public record Amount(@Nullable String amount, @Nullable String currency) {

		boolean isBlank() {
			return CustomerForm.said(this.amount) == null && CustomerForm.said(this.currency) == null;
		}

	}

}
