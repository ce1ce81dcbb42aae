package io.gendan.fulfillment.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.gendan.fulfillment.FulfillmentRefusal;
import io.gendan.fulfillment.stock.Correction;
import io.gendan.fulfillment.stock.GoodsInward;
import io.gendan.fulfillment.stock.Receipt;
import io.gendan.fulfillment.stock.StockItemCollection;
import io.gendan.fulfillment.stock.StockPolicy;
import io.gendan.fulfillment.stock.StockTaking;
import io.gendan.messaging.rest.Call;
import io.gendan.messaging.rest.EdgeRefusal;
import io.gendan.messaging.rest.RefusedException;
import io.gendan.messaging.rest.Refuses;
import io.gendan.stage.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lies in stock, what comes in, and what the count is put right by (FUL-1). */
@RestController
@RequestMapping("/api/stock")
@Refuses(FulfillmentRefusal.class)
@Tag(name = "Stock")
class StockController {

	private final StockItemCollection items;

	private final GoodsInward inward;

	private final StockTaking taking;

	private final StockPolicy policy;

	StockController(StockItemCollection items, GoodsInward inward, StockTaking taking, StockPolicy policy) {
		this.items = items;
		this.inward = inward;
		this.taking = taking;
		this.policy = policy;
	}

	@GetMapping
	@PreAuthorize(Readers.ONLY)
	@Operation(summary = "The stock, by stock code")
	StockPage list(@RequestParam @Nullable String after, @RequestParam(defaultValue = "50") String limit) {
		int rows = EdgeRefusal.limit(limit);
		return StockPage.of(this.items.page(after, rows + 1), rows);
	}

	@GetMapping("/{item}")
	@PreAuthorize(Readers.ONLY)
	@Operation(summary = "The stock of an item")
	StockView show(@PathVariable String item) {
		return this.items.find(item)
			.map(StockView::of)
			.orElseThrow(() -> new RefusedException(
					new Refusal(FulfillmentRefusal.ITEM_UNKNOWN, Map.of("item", item), List.of())));
	}

	@PostMapping("/receipts")
	@PreAuthorize("hasRole('warehouse') or hasAuthority('stock:receive')")
	@Operation(summary = "Goods have come in; the same reference is counted once")
	ResponseEntity<ReceiptView> receive(@RequestBody ReceiptRequest body, Call call) {
		return switch (Receipt.of(body.reference(), body.lines(), this.policy.receiptLines())) {
			case Receipt.Reading.Sound(Receipt receipt) -> count(receipt, call);
			case Receipt.Reading.Faulty(Refusal refusal) -> throw new RefusedException(refusal);
		};
	}

	@PostMapping("/corrections")
	@PreAuthorize("hasRole('warehouse')")
	@Operation(summary = "The count was wrong; the same reference takes effect once, and what is set aside stays")
	CorrectionView correct(@RequestBody CorrectionRequest body, Call call) {
		return switch (Correction.of(body.item(), body.reference(), body.quantity(), body.reason())) {
			case Correction.Reading.Sound(Correction correction) -> correct(correction, call);
			case Correction.Reading.Faulty(Refusal refusal) -> throw new RefusedException(refusal);
		};
	}

	private CorrectionView correct(Correction correction, Call call) {
		return switch (this.taking.correct(correction, call.actor().id())) {
			case StockTaking.Result.Corrected(String by, Instant at) -> new CorrectionView(correction.item(),
					correction.reference(), correction.quantity(), correction.reason(), by, at);
			case StockTaking.Result.Refused(Refusal refusal) -> throw new RefusedException(refusal);
		};
	}

	private ResponseEntity<ReceiptView> count(Receipt receipt, Call call) {
		return switch (this.inward.receive(receipt, call.actor().id())) {
			case GoodsInward.Result.Counted(boolean repeated) ->
				ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
					.body(new ReceiptView(receipt.reference(), receipt.lines(), receipt.quantities().size(), repeated));
			case GoodsInward.Result.Refused(Refusal refusal) -> throw new RefusedException(refusal);
		};
	}

}
