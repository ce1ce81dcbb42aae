package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.gendan.contract.Personal;
import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.Defect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.contract.fulfillment.PackingWithdrawn;
import io.gendan.contract.fulfillment.QualityFailed;
import io.gendan.contract.fulfillment.StockReleased;
import io.gendan.contract.fulfillment.StockWrittenOff;
import io.gendan.contract.fulfillment.UnfitLine;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.back;
import static io.gendan.fulfillment.Facts.cancelled;
import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.line;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.packed;
import static io.gendan.fulfillment.Facts.passed;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static io.gendan.fulfillment.Facts.stopOrdered;
import static io.gendan.fulfillment.Facts.stopped;
import static org.assertj.core.api.Assertions.assertThat;

/** What the carrier brings back is neither sound stock nor sent again unchecked. */
class ReturnTest {

	private static final FulfillmentStage STAGE = Facts.stage();

	private static final InspectQuality SOUND = new InspectQuality(true, null);

	private static final InspectQuality TWO_BROKEN_AND_ONE_LOST = new InspectQuality(false,
			List.of(finding(1, CheckAspect.QUALITY, "2"), finding(1, CheckAspect.QUANTITY, "1"),
					finding(2, CheckAspect.PACKAGING, null)));

	private static final Pack PACK = new Pack(List.of(new PackedParcel(BigDecimal.ONE, 1, 1, 1)));

	private static final RecordRelease RELEASE = new RecordRelease(List.of(line(1, "LAMP-1", 3), Facts.CABLE));

	private static Scenario<Fulfillment, FulfillmentCommand, FulfillmentEvent> sent() {
		return order().given(placed(), confirmed(), reserved(), passed(1), packed());
	}

	private static Finding finding(int line, CheckAspect aspect, @Nullable String quantity) {
		return new Finding(line, aspect, "变形 bent", (quantity != null) ? new BigDecimal(quantity) : null);
	}

	@Test
	void whatCameBackIsCheckedAndPackedAnew() {
		var story = sent().received(back(GoodsCondition.DAMAGED)).then();
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
		assertThat(story.state().parcels()).isEmpty();
		assertThat(story.state().inspection().returned()).isEqualTo(back(GoodsCondition.DAMAGED));
		story.when(PACK)
			.refused(FulfillmentRefusal.NOT_READY_TO_PACK)
			.when(TWO_BROKEN_AND_ONE_LOST)
			.thenTypes(QualityFailed.class)
			.when(new Rework("replaced"))
			.then(new GoodsReworked("SO-1", 2, "zhao", Personal.of("replaced")))
			.when(SOUND)
			.then(passed(3))
			.when(PACK)
			.thenTypes(GoodsPacked.class)
			.received(back(null))
			.then();
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
	}

	@Test
	void ofReturnedGoodsEveryLossIsCounted() {
		sent().given(back(GoodsCondition.INCOMPLETE))
			.when(new InspectQuality(false,
					List.of(finding(1, CheckAspect.QUALITY, null), finding(2, CheckAspect.QUANTITY, "8"),
							finding(2, CheckAspect.QUALITY, "3"), finding(2, CheckAspect.PACKAGING, "11"),
							finding(1, CheckAspect.QUANTITY, "0"))))
			.refusedFields(Map.of("defects[0].quantity", "REQUIRED", "defects[2].quantity", "TOO_LARGE",
					"defects[3].quantity", "TOO_LARGE", "defects[4].quantity", "NOT_POSITIVE"))
			.when(TWO_BROKEN_AND_ONE_LOST)
			.then(new QualityFailed("SO-1", 2, "zhao",
					List.of(defect(1, CheckAspect.QUALITY, 2), defect(1, CheckAspect.QUANTITY, 1),
							new Defect(2, CheckAspect.PACKAGING, Personal.of("变形 bent"), null))));
	}

	@Test
	void onlyWhatIsFoundSoundIsFreeAgainAndTheRestIsWrittenOff() {
		var story = sent().given(back(GoodsCondition.DAMAGED), stopOrdered(1), stopped(1))
			.received(cancelled())
			.then()
			.when(RELEASE)
			.then();
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
		assertThat(story.state().stockCanBeFreed()).isFalse();
		story.when(PACK)
			.refused(FulfillmentRefusal.ORDER_CANCELLED)
			.when(TWO_BROKEN_AND_ONE_LOST)
			.thenTypes(QualityFailed.class);
		assertThat(story.state().phase()).isEqualTo(Phase.CANCELLED);
		assertThat(story.state().stockCanBeFreed()).isTrue();
		story.when(new Rework("mended"))
			.refused(FulfillmentRefusal.ORDER_CANCELLED)
			.when(RELEASE)
			.then(new StockReleased("SO-1", RELEASE.released()),
					new StockWrittenOff("SO-1",
							List.of(new UnfitLine(1, "LAMP-1", Quantity.of(2), CheckAspect.QUALITY),
									new UnfitLine(1, "LAMP-1", Quantity.of(1), CheckAspect.QUANTITY))))
			.when(RELEASE)
			.then();
	}

	@Test
	void whatIsFoundSoundAfterTheCancellationIsFree() {
		sent().given(back(null), stopOrdered(1), stopped(1), cancelled())
			.when(SOUND)
			.then(passed(2))
			.when(new RecordRelease(List.of(Facts.LAMPS, Facts.CABLE)))
			.then(new StockReleased("SO-1", List.of(Facts.LAMPS, Facts.CABLE)));
	}

	/** Logistics speaks on a topic of its own, so its news may come last. */
	@Test
	void parcelsWaitForTheWordThatNothingIsOnItsWay() {
		var story = sent().given(stopOrdered(2)).received(cancelled()).then().when(RELEASE).then();
		assertThat(story.state().phase()).isEqualTo(Phase.CANCELLED);
		assertThat(STAGE.summary(story.state())).containsEntry("stockReleased", false);
		story.received(stopped(1)).then();
		story.received(back(GoodsCondition.INTACT)).then().received(stopped(2)).then();
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_INSPECT);
		sent().given(stopOrdered(2), cancelled()).received(stopped(2)).then(new PackingWithdrawn("SO-1", 1));
	}

	/** Whoever counts what is broken is taken at their word, also before it ever left. */
	@Test
	void countedLossesOfGoodsThatNeverLeftAreWrittenOffToo() {
		order().given(placed(), confirmed(), reserved())
			.when(TWO_BROKEN_AND_ONE_LOST)
			.thenTypes(QualityFailed.class)
			.received(cancelled())
			.then()
			.when(RELEASE)
			.thenTypes(StockReleased.class, StockWrittenOff.class);
	}

	@Test
	void aReturnThatIsHeardOfAfterTheStockIsFreeChangesNothing() {
		assertThat(sent()
			.given(cancelled(), new PackingWithdrawn("SO-1", 1), new StockReleased("SO-1", List.of(Facts.LAMPS)))
			.received(back(null))
			.then()
			.state()
			.phase()).isEqualTo(Phase.CANCELLED);
	}

	private static Defect defect(int line, CheckAspect aspect, long quantity) {
		return new Defect(line, aspect, Personal.of("变形 bent"), Quantity.of(quantity));
	}

}
