package io.gendan.fulfillment.stock;

/**
 * How stock is written.
 *
 * @param attempts how often to read and write again when others wrote to the same items
 * in between
 * @param bulk items of one bulk write of a receipt
 * @param receiptLines lines of one receipt at the most
 */
public record StockPolicy(int attempts, int bulk, int receiptLines) {

	/**
	 * A policy.
	 * @throws IllegalArgumentException if a number is less than 1
	 */
	public StockPolicy {
		if (attempts < 1 || bulk < 1 || receiptLines < 1) {
			throw new IllegalArgumentException("Attempts, bulk and receipt lines must be at least 1, not %d, %d and %d"
				.formatted(attempts, bulk, receiptLines));
		}
	}

}
