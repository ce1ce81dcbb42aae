package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.List;

import io.gendan.contract.Actor;
import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.PackingWithdrawn;
import io.gendan.contract.fulfillment.ProductionStopped;
import io.gendan.contract.fulfillment.StockReleased;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import io.gendan.fulfillment.FulfillmentCommand.RecordRelease;
import io.gendan.fulfillment.FulfillmentCommand.RecordReservation;
import io.gendan.fulfillment.FulfillmentCommand.ReportProgress;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.testing.StateWalk;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.back;
import static io.gendan.fulfillment.Facts.cableScheduled;
import static io.gendan.fulfillment.Facts.cableShort;
import static io.gendan.fulfillment.Facts.cancelled;
import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.packed;
import static io.gendan.fulfillment.Facts.passed;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static io.gendan.fulfillment.Facts.stopOrdered;
import static io.gendan.fulfillment.Facts.stopped;
import static org.assertj.core.api.Assertions.assertThat;

/** What this stage undoes of a cancelled order (FUL-7). */
class CancellationTest {

	private static final RecordRelease RELEASE = new RecordRelease(List.of(Facts.LAMPS));

	private static final StockReleased RELEASED = new StockReleased("SO-1", List.of(Facts.LAMPS));

	@Test
	void productionStopsAndTheStockIsFreeOnce() {
		assertThat(order().given(placed(), confirmed(), cableShort(7), cableScheduled(7))
			.received(cancelled())
			.then(new ProductionStopped("SO-1", 0))
			.when(RELEASE)
			.then(RELEASED)
			.when(RELEASE)
			.then()
			.received(cancelled())
			.then()
			.state()
			.holdsStockForNothing()).isFalse();
	}

	@Test
	void packedGoodsGoBack() {
		assertThat(order().given(placed(), confirmed(), reserved(), passed(1), packed(), stopped(1), stopOrdered(1))
			.received(cancelled())
			.then(new PackingWithdrawn("SO-1", 1))
			.when(RELEASE)
			.then(RELEASED)
			.state()
			.phase()).isEqualTo(Phase.CANCELLED);
	}

	@Test
	void anOrderThatWasNeverConfirmedHasNothingToFree() {
		assertThat(order().given(placed()).received(cancelled()).then().state().holdsStockForNothing()).isFalse();
	}

	@Test
	void aReservationThatComesTooLateChangesNothingAndIsFreed() {
		assertThat(order().given(placed(), confirmed())
			.received(cancelled())
			.then()
			.when(new RecordReservation(List.of(Facts.LAMPS)))
			.then()
			.state()
			.holdsStockForNothing()).isTrue();
	}

	@Test
	void aReleaseOfALivingOrderIsIgnored() {
		order().given(placed(), confirmed(), reserved()).when(RELEASE).then();
	}

	@Test
	void noOrderEndsDeadAtThisStage() {
		Actor warehouse = Facts.INSPECTOR;
		StateWalk<Fulfillment, FulfillmentCommand, FulfillmentEvent> walk = StateWalk
			.through(Facts.stage(),
					(it) -> List.of(it.phase(), it.demand().cancelled(), it.demand().round(), it.goods().released(),
							it.goods().complete(), it.goods().production() != null, it.inspection().returned() != null,
							it.nothingOnItsWay()))
			.fact(placed(), (it) -> it.demand().round() == 0)
			.fact(confirmed(), (it) -> it.phase() == Phase.KNOWN && it.demand().round() == 1)
			.fact(cancelled(), (it) -> it.demand().round() == 1 && !it.demand().cancelled())
			.fact(back(GoodsCondition.DAMAGED), (it) -> !it.parcels().isEmpty() && !it.nothingOnItsWay())
			.fact(stopped(1), (it) -> it.demand().cancelled() && !it.nothingOnItsWay())
			.command(warehouse, (_) -> new RecordReservation(List.of()))
			.command(warehouse, (_) -> new RecordReservation(List.of(Facts.LAMPS, Facts.CABLE)))
			.command(warehouse, (_) -> RELEASE)
			.command(warehouse, (_) -> new ReportProgress(50, null, null))
			.command(warehouse, (_) -> new ReportProgress(100, null, null))
			.command(warehouse, (_) -> new InspectQuality(true, null))
			.command(warehouse,
					(_) -> new InspectQuality(false,
							List.of(new Finding(1, CheckAspect.QUALITY, "scratched", BigDecimal.ONE))))
			.command(warehouse, (_) -> new Rework(null))
			.command(warehouse, (_) -> new Pack(List.of(new PackedParcel(BigDecimal.ONE, 1, 1, 1))));
		assertThat(walk
			.deadEnds((it) -> it.phase() == Phase.CANCELLED && !it.holdsStockForNothing() && it.parcels().isEmpty()))
			.isEmpty();
		assertThat(walk.reached(Fulfillment::phase)).containsExactlyInAnyOrder(Phase.values());
	}

}
