package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.fulfillment.stock.Correction;
import io.gendan.fulfillment.stock.Receipt;
import io.gendan.stage.Refusal;
import io.gendan.testing.HostileTexts;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Fulfillment, FulfillmentCommand, FulfillmentEvent>in(FulfillmentCommand.class)
			.command(
					Facts.order()
						.given(Facts.placed(), Facts.confirmed(), Facts.cableShort(7), Facts.cableScheduled(7)),
					new ReportProgress(40, "注塑完成", null))
			.command(Facts.order().given(Facts.placed(), Facts.confirmed(), Facts.reserved()),
					new InspectQuality(false, List.of(new Finding(1, CheckAspect.QUALITY, "划痕", null))))
			.command(Facts.order().given(Facts.placed(), Facts.confirmed(), Facts.reserved(), Facts.failed(1)),
					new Rework("抛光"))
			.andNoOthers(RecordReservation.class, RecordRelease.class);
	}

	@Test
	void everyTextOfAReceiptIsLookedAt() {
		HostileTexts.refused(new Typed("GR-1", List.of(new Receipt.Line("M8/20", BigDecimal.TEN))),
				(typed) -> switch (Receipt.of(typed.reference(), typed.lines(), 5)) {
					case Receipt.Reading.Faulty(Refusal refusal) -> refusal.fields();
					case Receipt.Reading.Sound _ -> List.of();
				});
	}

	@Test
	void everyTextOfACorrectionIsLookedAt() {
		HostileTexts.refused(new Noted("M8/20", "ST-1", "盘亏"),
				(noted) -> switch (Correction.of(noted.item(), noted.reference(), BigDecimal.TEN, noted.reason())) {
					case Correction.Reading.Faulty(Refusal refusal) -> refusal.fields();
					case Correction.Reading.Sound _ -> List.of();
				});
	}

	/** What a correction is read from. */
	private record Noted(String item, String reference, String reason) {
	}

	/** What a receipt is read from. */
	private record Typed(String reference, List<Receipt.Line> lines) {
	}

}
