package io.gendan.fulfillment.stock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * That a receipt was begun, and whether it was counted to the end.
 *
 * @param reference number of the goods-received note
 * @param lines number of lines on it
 * @param digest tells its content from another under the same reference
 * @param receivedBy user who entered it
 * @param receivedAt when it was first entered
 * @param complete whether every item has been counted
 */
record ReceiptNote(String reference, int lines, String digest, String receivedBy, Instant receivedAt,
		boolean complete) {

	static ReceiptNote of(Receipt receipt, String receivedBy, Instant receivedAt) {
		return new ReceiptNote(receipt.reference(), receipt.lines(), digest(receipt), receivedBy, receivedAt, false);
	}

	boolean sameContent(ReceiptNote other) {
		return this.digest.equals(other.digest);
	}

	private static String digest(Receipt receipt) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			receipt.quantities().forEach((item, quantity) -> {
				sha256.update(item.getBytes(StandardCharsets.UTF_8));
				// Neither a code nor a number holds this byte, so no two contents run
				// together.
				sha256.update((byte) 0xff);
				sha256.update(quantity.toString().getBytes(StandardCharsets.UTF_8));
				sha256.update((byte) 0xff);
			});
			return HexFormat.of().formatHex(sha256.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
