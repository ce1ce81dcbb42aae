package io.gendan.billing;

import java.math.BigDecimal;

/**
 * What a receipt may look like (BIL-3).
 *
 * @param largest the largest amount one receipt can have, in units of its currency
 */
public record ReceiptPolicy(BigDecimal largest) {

	/** The longest voucher number or reference, in characters. */
	static final int LONGEST_TEXT = 64;

}
