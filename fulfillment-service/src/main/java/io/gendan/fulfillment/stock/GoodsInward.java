package io.gendan.fulfillment.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

import io.gendan.contract.Quantity;
import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.stage.Refusal;

/**
 * Counts receipts into stock, each once: the note is written first, then the items in
 * portions, each marked with the reference, then the note is closed. A receipt that broke
 * off is finished by sending it again.
 */
public final class GoodsInward {

	private final StockItemCollection items;

	private final ReceiptCollection receipts;

	private final StockPolicy policy;

	private final Clock clock;

	/**
	 * A goods-inward desk.
	 * @param items the stock
	 * @param receipts the receipts
	 * @param policy how stock is written
	 * @param clock the time
	 */
	public GoodsInward(StockItemCollection items, ReceiptCollection receipts, StockPolicy policy, Clock clock) {
		this.items = items;
		this.receipts = receipts;
		this.policy = policy;
		this.clock = clock;
	}

	/**
	 * Counts a receipt.
	 * @param receipt what came in
	 * @param receivedBy user who entered it
	 * @return what became of it
	 */
	public Result receive(Receipt receipt, String receivedBy) {
		ReceiptNote note = ReceiptNote.of(receipt, receivedBy, this.clock.instant());
		Optional<ReceiptNote> known = this.receipts.begin(note);
		if (known.isPresent() && !known.get().sameContent(note)) {
			return refused(FulfillmentRefusal.RECEIPT_DIFFERS, receipt);
		}
		if (known.isPresent() && known.get().complete()) {
			return new Result.Counted(true);
		}
		for (SortedMap<String, Quantity> quantities : receipt.portions(this.policy.bulk())) {
			if (!count(receipt.reference(), quantities)) {
				return refused(FulfillmentRefusal.STOCK_BUSY, receipt);
			}
		}
		this.receipts.end(receipt.reference());
		return new Result.Counted(false);
	}

	private boolean count(String reference, SortedMap<String, Quantity> quantities) {
		for (int attempt = 0; attempt < this.policy.attempts(); attempt++) {
			Map<String, StockItem> stock = this.items.find(quantities.keySet());
			// Read after the items: a mark that is no longer there is complete in here.
			Set<String> complete = this.receipts.complete(references(reference, stock));
			if (complete.contains(reference)) {
				return true;
			}
			List<StockItem> changed = new ArrayList<>();
			quantities.forEach((code, quantity) -> {
				StockItem item = stock.getOrDefault(code, StockItem.unknown(code));
				if (!item.counted(reference)) {
					changed.add(item.receive(reference, quantity, complete));
				}
			});
			if (this.items.write(changed)) {
				return true;
			}
		}
		return false;
	}

	private static Set<String> references(String reference, Map<String, StockItem> stock) {
		Set<String> references = new HashSet<>(Set.of(reference));
		stock.values().forEach((item) -> references.addAll(item.receipts()));
		return references;
	}

	private static Result refused(FulfillmentRefusal code, Receipt receipt) {
		return new Result.Refused(new Refusal(code, Map.of("reference", receipt.reference()), List.of()));
	}

	/** What became of a receipt. */
	public sealed interface Result {

		/**
		 * All of it is in stock.
		 *
		 * @param repeated true if it already was
		 */
		record Counted(boolean repeated) implements Result {
		}

		/**
		 * It is not, or not all of it.
		 *
		 * @param refusal why
		 */
		record Refused(Refusal refusal) implements Result {
		}

	}

}
