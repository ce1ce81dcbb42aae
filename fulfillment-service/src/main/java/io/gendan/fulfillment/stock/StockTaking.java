package io.gendan.fulfillment.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.stage.Refusal;

/**
 * Puts the count of items right, each correction once: its note is written first, then
 * the item, marked with the reference, then the note is closed, as with a receipt. What
 * is set aside for orders is never taken away.
 */
public final class StockTaking {

	private final StockItemCollection items;

	private final ReceiptCollection receipts;

	private final int attempts;

	private final Clock clock;

	/**
	 * A stock-taking desk.
	 * @param items the stock
	 * @param receipts the notes
	 * @param policy how stock is written
	 * @param clock the time
	 */
	public StockTaking(StockItemCollection items, ReceiptCollection receipts, StockPolicy policy, Clock clock) {
		this.items = items;
		this.receipts = receipts;
		this.attempts = policy.attempts();
		this.clock = clock;
	}

	/**
	 * Corrects.
	 * @param correction what is more or less
	 * @param correctedBy user who entered it
	 * @return what became of it, the same for every repetition
	 */
	public Result correct(Correction correction, String correctedBy) {
		ReceiptNote note = ReceiptNote.of(correction, correctedBy, this.clock.instant());
		Optional<StockItem> item = this.items.find(correction.item());
		// Read after the item: whoever has written that has begun the note before.
		Optional<ReceiptNote> known = this.receipts.find(correction.reference());
		if (known.isEmpty()) {
			// Before the note, so that a refusal does not use the reference up.
			Optional<Refusal> refusal = refusal(correction, item);
			if (refusal.isPresent()) {
				return new Result.Refused(refusal.get());
			}
			known = this.receipts.begin(note);
		}
		ReceiptNote first = known.orElse(note);
		if (!first.sameContent(note)) {
			return new Result.Refused(refusal(FulfillmentRefusal.CORRECTION_DIFFERS, correction));
		}
		return first.complete() ? new Result.Corrected(first.receivedBy(), first.receivedAt())
				: count(correction, first);
	}

	private Result count(Correction correction, ReceiptNote note) {
		for (int attempt = 0; attempt < this.attempts; attempt++) {
			Optional<StockItem> item = this.items.find(correction.item());
			Set<String> references = new HashSet<>(Set.of(correction.reference()));
			item.ifPresent((it) -> references.addAll(it.receipts()));
			// Read after the item: a mark that is no longer there is complete in here.
			Set<String> complete = this.receipts.complete(references);
			boolean counted = complete.contains(correction.reference())
					|| item.filter((it) -> it.counted(correction.reference())).isPresent();
			if (!counted) {
				Optional<Refusal> refusal = refusal(correction, item);
				if (refusal.isPresent()) {
					return new Result.Refused(refusal.get());
				}
				counted = this.items.write(
						List.of(item.orElseThrow().receive(correction.reference(), correction.quantity(), complete)));
			}
			if (counted) {
				this.receipts.end(correction.reference());
				return new Result.Corrected(note.receivedBy(), note.receivedAt());
			}
		}
		return new Result.Refused(refusal(FulfillmentRefusal.STOCK_BUSY, correction));
	}

	private static Optional<Refusal> refusal(Correction correction, Optional<StockItem> found) {
		if (found.isEmpty()) {
			return Optional
				.of(new Refusal(FulfillmentRefusal.ITEM_UNKNOWN, Map.of("item", correction.item()), List.of()));
		}
		StockItem item = found.get();
		return (item.available().plus(correction.quantity()).signum() < 0 && correction.quantity().signum() < 0)
				? Optional.of(new Refusal(FulfillmentRefusal.BELOW_RESERVED,
						Map.of("item", item.item(), "available", item.available().toString()), List.of()))
				: Optional.empty();
	}

	private static Refusal refusal(FulfillmentRefusal code, Correction correction) {
		return new Refusal(code, Map.of("reference", correction.reference()), List.of());
	}

	/** What became of a correction. */
	public sealed interface Result {

		/**
		 * The count is right.
		 *
		 * @param by user who entered the correction first
		 * @param at when
		 */
		record Corrected(String by, Instant at) implements Result {
		}

		/**
		 * The count is as it was.
		 *
		 * @param refusal why
		 */
		record Refused(Refusal refusal) implements Result {
		}

	}

}
