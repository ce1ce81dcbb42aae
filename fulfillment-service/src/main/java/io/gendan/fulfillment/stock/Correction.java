package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.util.Map;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.FieldCheck;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The count of an item is put right, after stock-taking or a breakage. The reference
 * tells corrections apart: one takes effect once, however often it is sent.
 *
 * @param item stock code
 * @param reference number of the stock-taking or breakage note
 * @param quantity what is more than was counted, negative for what is less
 * @param reason why
 */
public record Correction(String item, String reference, Quantity quantity, String reason) {

	private static final int REASON_LENGTH = 500;

	/**
	 * Reads what the warehouse typed in.
	 * @param item stock code
	 * @param reference number of the note
	 * @param quantity what is more or less
	 * @param reason why
	 * @return the correction, or a refusal with every fault
	 */
	public static Reading of(@Nullable String item, @Nullable String reference, @Nullable BigDecimal quantity,
			@Nullable String reason) {
		FieldCheck check = new FieldCheck();
		String soundItem = check.need("item", check.code("item", item, Receipt.TEXT_LENGTH));
		String soundReference = check.need("reference", check.code("reference", reference, Receipt.TEXT_LENGTH));
		BigDecimal number = check.signed("quantity", quantity, Receipt.MAX_QUANTITY, Receipt.DECIMALS);
		String soundReason = check.need("reason", check.prose("reason", reason, REASON_LENGTH));
		if (number == null || !check.clean()) {
			return new Reading.Faulty(new Refusal(FulfillmentRefusal.FIELDS_INVALID,
					Map.of("count", check.faults().size()), check.faults()));
		}
		return new Reading.Sound(new Correction(soundItem, soundReference, new Quantity(number), soundReason));
	}

	/** What reading a correction came to. */
	public sealed interface Reading {

		/**
		 * All fields are sound.
		 *
		 * @param correction the correction
		 */
		record Sound(Correction correction) implements Reading {
		}

		/**
		 * Fields are at fault.
		 *
		 * @param refusal every fault
		 */
		record Faulty(Refusal refusal) implements Reading {
		}

	}

}
