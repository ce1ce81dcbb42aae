package io.gendan.fulfillment.stock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * That a receipt or a correction was begun, and whether it was counted to the end.
 *
 * @param reference number of the note
 * @param lines number of lines on it
 * @param digest tells its content from another under the same reference
 * @param receivedBy user who entered it
 * @param receivedAt when it was first entered
 * @param complete whether every item has been counted
 * @param correction what was corrected, null for a receipt
 */
record ReceiptNote(String reference, int lines, String digest, String receivedBy, Instant receivedAt, boolean complete,
		@Nullable Correction correction) {

	static ReceiptNote of(Receipt receipt, String receivedBy, Instant receivedAt) {
		return new ReceiptNote(receipt.reference(), receipt.lines(), digest(texts(receipt)), receivedBy, receivedAt,
				false, null);
	}

	static ReceiptNote of(Correction correction, String correctedBy, Instant correctedAt) {
		// No receipt begins with an empty code. The store keeps milliseconds.
		String digest = digest(List.of("", correction.item(), correction.quantity().toString(), correction.reason()));
		return new ReceiptNote(correction.reference(), 1, digest, correctedBy,
				correctedAt.truncatedTo(ChronoUnit.MILLIS), false, correction);
	}

	boolean sameContent(ReceiptNote other) {
		return this.digest.equals(other.digest);
	}

	private static List<String> texts(Receipt receipt) {
		List<String> texts = new ArrayList<>();
		receipt.quantities().forEach((item, quantity) -> {
			texts.add(item);
			texts.add(quantity.toString());
		});
		return texts;
	}

	private static String digest(List<String> texts) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			for (String text : texts) {
				sha256.update(text.getBytes(StandardCharsets.UTF_8));
				// No text holds this byte, so no two contents run together.
				sha256.update((byte) 0xff);
			}
			return HexFormat.of().formatHex(sha256.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
