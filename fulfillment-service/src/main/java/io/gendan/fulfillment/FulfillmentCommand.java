package io.gendan.fulfillment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import io.gendan.contract.fulfillment.CheckAspect;
import io.gendan.contract.fulfillment.StockLine;
import org.jspecify.annotations.Nullable;

/**
 * What this stage can be asked for. What a person typed in arrives as it was typed, gaps
 * included; the decision tells all faults at once.
 */
public sealed interface FulfillmentCommand {

	/**
	 * Stock has been set aside; the rest is missing (FUL-1).
	 *
	 * @param reserved what is set aside, only lines with a quantity
	 */
	record RecordReservation(List<StockLine> reserved) implements FulfillmentCommand {

		public RecordReservation {
			reserved = List.copyOf(reserved);
		}

	}

	/**
	 * The stock of a cancelled order is free again (FUL-7).
	 *
	 * @param released what was set aside or made, is sound and is free
	 */
	record RecordRelease(List<StockLine> released) implements FulfillmentCommand {

		public RecordRelease {
			released = List.copyOf(released);
		}

	}

	/**
	 * Production reports (FUL-2).
	 *
	 * @param percent 0 to 100, never less than before; 100 means the goods are there
	 * @param milestone what was reached
	 * @param expectedCompletion new forecast, null to leave it
	 */
	record ReportProgress(@Nullable Integer percent, @Nullable String milestone,
			@Nullable LocalDate expectedCompletion) implements FulfillmentCommand {
	}

	/**
	 * The goods were checked (FUL-4).
	 *
	 * @param passed whether they are in order
	 * @param defects what is wrong, at least one if they are not
	 */
	record InspectQuality(@Nullable Boolean passed,
			@Nullable List<@Nullable Finding> defects) implements FulfillmentCommand {
	}

	/**
	 * The defects are mended (FUL-4).
	 *
	 * @param remarks what was done
	 */
	record Rework(@Nullable String remarks) implements FulfillmentCommand {
	}

	/**
	 * The goods are packed (FUL-5).
	 *
	 * @param parcels package list, at least one
	 */
	record Pack(@Nullable List<@Nullable PackedParcel> parcels) implements FulfillmentCommand {
	}

	/**
	 * A defect as an inspector wrote it down.
	 *
	 * @param line order line
	 * @param aspect what was checked
	 * @param remark what is wrong
	 * @param quantity how much of the line is lost or damaged; must be counted when the
	 * goods came back
	 */
	record Finding(@Nullable Integer line, @Nullable CheckAspect aspect, @Nullable String remark,
			@Nullable BigDecimal quantity) {
	}

	/**
	 * A parcel as the warehouse wrote it down.
	 *
	 * @param weightKg gross weight in kilograms
	 * @param lengthCm centimetres
	 * @param widthCm centimetres
	 * @param heightCm centimetres
	 */
	record PackedParcel(@Nullable BigDecimal weightKg, @Nullable Integer lengthCm, @Nullable Integer widthCm,
			@Nullable Integer heightCm) {
	}

}
