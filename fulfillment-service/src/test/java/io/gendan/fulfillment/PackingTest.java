package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import io.gendan.testing.Scenario;
import org.junit.jupiter.api.Test;

import static io.gendan.fulfillment.Facts.confirmed;
import static io.gendan.fulfillment.Facts.order;
import static io.gendan.fulfillment.Facts.packed;
import static io.gendan.fulfillment.Facts.passed;
import static io.gendan.fulfillment.Facts.placed;
import static io.gendan.fulfillment.Facts.reserved;
import static org.assertj.core.api.Assertions.assertThat;

/** FUL-5: a package list with weights and sizes. */
class PackingTest {

	private static Scenario<Fulfillment, FulfillmentCommand, FulfillmentEvent> checkedOrder() {
		return order().given(placed(), confirmed(), reserved(), passed(1));
	}

	private static PackedParcel parcel(String weight, Integer length, Integer width, Integer height) {
		return new PackedParcel((weight != null) ? new BigDecimal(weight) : null, length, width, height);
	}

	@Test
	void checkedGoodsArePacked() {
		var story = checkedOrder().when(new Pack(List.of(parcel("12.50", 60, 40, 30)))).then(packed());
		assertThat(story.state().phase()).isEqualTo(Phase.PACKED);
	}

	@Test
	void aPackageListHasParcels() {
		checkedOrder().when(new Pack(null)).refusedFields(Map.of("parcels", "REQUIRED"));
		checkedOrder().when(new Pack(List.of())).refusedFields(Map.of("parcels", "REQUIRED"));
		checkedOrder().when(new Pack(Collections.nCopies(4, parcel("1", 1, 1, 1))))
			.refusedFields(Map.of("parcels", "TOO_MANY"));
	}

	@Test
	void allFaultsAreToldAtOnce() {
		checkedOrder().when(new Pack(Arrays.asList(parcel("0", 0, -1, null), null, parcel("1e999999999", 501, 500, 1))))
			.refusedFields(Map.of("parcels[0].weightKg", "NOT_POSITIVE", "parcels[0].lengthCm", "OUT_OF_RANGE",
					"parcels[0].widthCm", "OUT_OF_RANGE", "parcels[0].heightCm", "REQUIRED", "parcels[1]", "REQUIRED",
					"parcels[2].weightKg", "TOO_LARGE", "parcels[2].lengthCm", "OUT_OF_RANGE"));
	}

	@Test
	void aScaleTellsGrams() {
		checkedOrder().when(new Pack(List.of(parcel("0.0001", 1, 1, 1))))
			.refusedFields(Map.of("parcels[0].weightKg", "TOO_PRECISE"));
		checkedOrder().when(new Pack(List.of(parcel(null, 1, 1, 1))))
			.refusedFields(Map.of("parcels[0].weightKg", "REQUIRED"));
	}

}
