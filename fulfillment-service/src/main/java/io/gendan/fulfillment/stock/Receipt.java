package io.gendan.fulfillment.stock;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.FieldCheck;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.stage.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Goods that have come in. The reference tells receipts apart: one is counted once,
 * however often it is sent.
 *
 * @param reference number of the goods-received note
 * @param lines number of lines on it
 * @param quantities how much came in, by stock code
 */
public record Receipt(String reference, int lines, SortedMap<String, Quantity> quantities) {

	static final int TEXT_LENGTH = 100;

	static final BigDecimal MAX_QUANTITY = BigDecimal.valueOf(1_000_000_000);

	static final int DECIMALS = 6;

	/**
	 * Reads what the warehouse typed in.
	 * @param reference number of the goods-received note
	 * @param lines its lines
	 * @param maxLines lines at the most
	 * @return the receipt, or a refusal with every fault
	 */
	public static Reading of(@Nullable String reference, @Nullable List<@Nullable Line> lines, int maxLines) {
		FieldCheck check = new FieldCheck();
		String soundReference = check.need("reference", check.code("reference", reference, TEXT_LENGTH));
		List<@Nullable Line> typed = check.requiredList("lines", lines, maxLines);
		SortedMap<String, Quantity> quantities = new TreeMap<>();
		for (int i = 0; i < typed.size(); i++) {
			String path = "lines[" + i + "]";
			Line line = check.required(path, typed.get(i));
			if (line != null) {
				String item = check.need(path + ".item", check.code(path + ".item", line.item(), TEXT_LENGTH));
				BigDecimal quantity = check.positive(path + ".quantity", line.quantity(), MAX_QUANTITY, DECIMALS);
				if (quantity != null) {
					quantities.merge(item, new Quantity(quantity), Quantity::plus);
				}
			}
		}
		if (!check.clean()) {
			return new Reading.Faulty(new Refusal(FulfillmentRefusal.FIELDS_INVALID,
					Map.of("count", check.faults().size()), check.faults()));
		}
		return new Reading.Sound(new Receipt(soundReference, typed.size(), quantities));
	}

	List<SortedMap<String, Quantity>> portions(int size) {
		List<SortedMap<String, Quantity>> portions = new ArrayList<>();
		SortedMap<String, Quantity> portion = new TreeMap<>();
		for (Map.Entry<String, Quantity> entry : this.quantities.entrySet()) {
			portion.put(entry.getKey(), entry.getValue());
			if (portion.size() == size) {
				portions.add(portion);
				portion = new TreeMap<>();
			}
		}
		if (!portion.isEmpty()) {
			portions.add(portion);
		}
		return portions;
	}

	/**
	 * A line as it was typed in.
	 *
	 * @param item stock code
	 * @param quantity how much came in
	 */
	public record Line(@Nullable String item, @Nullable BigDecimal quantity) {
	}

	/** What reading a receipt came to. */
	public sealed interface Reading {

		/**
		 * All fields are sound.
		 *
		 * @param receipt the receipt
		 */
		record Sound(Receipt receipt) implements Reading {
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
