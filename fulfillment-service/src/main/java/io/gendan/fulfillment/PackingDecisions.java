package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.gendan.contract.Quantity;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.fulfillment.GoodsPacked;
import io.gendan.contract.fulfillment.Parcel;
import io.gendan.fulfillment.FulfillmentCommand.Pack;
import io.gendan.fulfillment.FulfillmentCommand.PackedParcel;
import io.gendan.stage.Outcome;
import org.jspecify.annotations.Nullable;

/** What follows from packing (FUL-5). */
final class PackingDecisions {

	private static final int WEIGHT_DECIMALS = 3;

	private final PackingPolicy policy;

	PackingDecisions(PackingPolicy policy) {
		this.policy = policy;
	}

	Outcome<FulfillmentEvent> pack(Fulfillment fulfillment, Pack pack) {
		if (fulfillment.phase() != Phase.READY_TO_PACK) {
			return Unfit.because(FulfillmentRefusal.NOT_READY_TO_PACK, fulfillment);
		}
		FieldCheck check = new FieldCheck();
		List<@Nullable PackedParcel> packed = check.requiredList("parcels", pack.parcels(), this.policy.maxParcels());
		List<Parcel> parcels = new ArrayList<>();
		for (int i = 0; i < packed.size(); i++) {
			String path = "parcels[" + i + "]";
			PackedParcel parcel = check.required(path, packed.get(i));
			if (parcel != null) {
				BigDecimal weight = check.positive(path + ".weightKg", parcel.weightKg(), this.policy.maxWeightKg(),
						WEIGHT_DECIMALS);
				Integer length = side(check, path + ".lengthCm", parcel.lengthCm());
				Integer width = side(check, path + ".widthCm", parcel.widthCm());
				Integer height = side(check, path + ".heightCm", parcel.heightCm());
				if (weight != null && length != null && width != null && height != null) {
					parcels.add(new Parcel(i + 1, new Quantity(weight), length, width, height));
				}
			}
		}
		if (!check.faults().isEmpty()) {
			return Outcome.refused(FulfillmentRefusal.FIELDS_INVALID, check.faults());
		}
		return Outcome.accepted(new GoodsPacked(fulfillment.order(), parcels));
	}

	private @Nullable Integer side(FieldCheck check, String field, @Nullable Integer side) {
		return check.within(field, side, 1, this.policy.maxSideCm());
	}

}
