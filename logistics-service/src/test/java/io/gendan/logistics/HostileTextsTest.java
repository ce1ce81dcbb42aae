package io.gendan.logistics;

import java.util.List;

import io.gendan.contract.logistics.FailureReason;
import io.gendan.contract.logistics.GoodsCondition;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.logistics.ShipmentCommand.Book;
import io.gendan.logistics.ShipmentCommand.ChooseCarrier;
import io.gendan.logistics.ShipmentCommand.Deliver;
import io.gendan.logistics.ShipmentCommand.Dispatch;
import io.gendan.logistics.ShipmentCommand.FailDelivery;
import io.gendan.logistics.ShipmentCommand.ReportedDifference;
import io.gendan.logistics.ShipmentCommand.TakeBack;
import io.gendan.logistics.ShipmentCommand.Track;
import io.gendan.testing.HostileTexts;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

/** What nobody can see is refused at its field, in every text of every command. */
class HostileTextsTest {

	@Test
	void everyTextOfEveryCommandIsLookedAt() {
		HostileTexts.<Shipment, ShipmentCommand, LogisticsEvent>in(ShipmentCommand.class)
			.command(ready(), new Dispatch("EXPRESSLINK", "更快", "W-1"))
			.command(shipped(), new Track("T-1", "in transit", "上海", LogisticsStageTest.EVENING, null))
			.command(shipped(), new FailDelivery(FailureReason.NOBODY_THERE, "无人"))
			.command(shipped(), new TakeBack("无人", GoodsCondition.INTACT))
			.command(shipped(), new Deliver("王芳", null, null, List.of(new ReportedDifference(1, "少一箱"))))
			.andNoOthers(ChooseCarrier.class, Book.class);
	}

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> ready() {
		return Scenario.of(LogisticsStageTest.STAGE)
			.at(LogisticsStageTest.EVENING)
			.given(Orders.ready("SO-1"))
			.given(Orders.chosen("SO-1"));
	}

	private static Scenario<Shipment, ShipmentCommand, LogisticsEvent> shipped() {
		return ready().given(Orders.shipped("SO-1"));
	}

}
