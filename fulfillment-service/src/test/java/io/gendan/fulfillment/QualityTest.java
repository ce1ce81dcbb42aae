package io.gendan.fulfillment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsReworked;
import io.gendan.fulfillment.FulfillmentCommand.Finding;
import io.gendan.fulfillment.FulfillmentCommand.InspectQuality;
import io.gendan.fulfillment.FulfillmentCommand.Rework;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.failed;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.passed;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static io.gendan.fulfillment.Facts.reworked;
import static org.assertj.core.api.Assertions.assertThat;

/** FUL-4: nothing ships unchecked, and a failed check is repeated. */
class QualityTest {

	private static final InspectQuality PASSED = new InspectQuality(true, null);

	private static final InspectQuality FAILED = new InspectQuality(false,
			List.of(new Finding(1, CheckAspect.QUALITY, "划痕 scratched", null)));

	private static Scenario<Fulfillment, FulfillmentCommand, FulfillmentEvent> reservedOrder() {
		return order().given(placed(), confirmed(), reserved());
	}

	@Test
	void soundGoodsPass() {
		var story = reservedOrder().when(PASSED).then(passed(1));
		assertThat(story.state().phase()).isEqualTo(Phase.READY_TO_PACK);
	}

	@Test
	void defectsAreMendedAndCheckedAgain() {
		var story = reservedOrder().when(FAILED)
			.then(failed(1))
			.when(new Rework("polished"))
			.then(reworked(1))
			.when(FAILED)
			.then(failed(2))
			.when(new Rework(" "))
			.then(new GoodsReworked("SO-1", 2, "zhao", null))
			.when(new InspectQuality(true, List.of()))
			.then(passed(3));
		assertThat(story.state().inspection().attempts()).isEqualTo(3);
	}

	@Test
	void afterAFailureOnlyReworkHelps() {
		reservedOrder().given(failed(1)).when(PASSED).refused(FulfillmentRefusal.NOT_READY_TO_INSPECT);
	}

	@Test
	void whoPassesNamesNoDefects() {
		reservedOrder().when(new InspectQuality(true, FAILED.defects()))
			.refusedFields(Map.of("defects", "PASSED_WITH_DEFECTS"));
	}

	@Test
	void whoFailsNamesAtLeastOne() {
		reservedOrder().when(new InspectQuality(false, null)).refusedFields(Map.of("defects", "REQUIRED"));
		reservedOrder().when(new InspectQuality(false, List.of())).refusedFields(Map.of("defects", "REQUIRED"));
	}

	@Test
	void allFaultsAreToldAtOnce() {
		reservedOrder()
			.when(new InspectQuality(null,
					Arrays.asList(new Finding(3, CheckAspect.QUANTITY, "one too few", null), null,
							new Finding(null, null, " ", null),
							new Finding(2, CheckAspect.PACKAGING, "x".repeat(501), null))))
			.refusedFields(Map.of("passed", "REQUIRED", "defects[0].line", "LINE_UNKNOWN", "defects[1]", "REQUIRED",
					"defects[2].line", "REQUIRED", "defects[2].aspect", "REQUIRED", "defects[2].remark", "REQUIRED",
					"defects[3].remark", "TOO_LONG"));
	}

	@Test
	void thereIsAnEndToDefects() {
		List<Finding> many = Collections.nCopies(1001, new Finding(1, CheckAspect.QUALITY, "again", null));
		reservedOrder().when(new InspectQuality(false, many)).refusedFields(Map.of("defects", "TOO_MANY"));
	}

	@Test
	void reworkRemarksHaveALength() {
		reservedOrder().given(failed(1)).when(new Rework("x".repeat(501))).refusedFields(Map.of("remarks", "TOO_LONG"));
	}

}
