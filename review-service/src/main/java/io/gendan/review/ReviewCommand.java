package io.gendan.review;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer can ask for (REV-4). Values are as the reviewer sent them, unchecked.
 */
public sealed interface ReviewCommand {

	/**
	 * The order may go on.
	 *
	 * @param remarks free text, may be left out
	 */
	record Approve(@Nullable String remarks) implements ReviewCommand {
	}

	/**
	 * The order ends here.
	 *
	 * @param reason why, required
	 */
	record Reject(@Nullable String reason) implements ReviewCommand {
	}

	/**
	 * The salesperson shall correct the order and place it again.
	 *
	 * @param corrections what to correct, at least one
	 */
	record ReturnForCorrection(@Nullable List<@Nullable RequestedCorrection> corrections) implements ReviewCommand {
	}

	/**
	 * The confirmed order may be given up (REV-6).
	 *
	 * @param remarks free text, may be left out
	 * @param cost what that costs the company, in units of the order's currency
	 */
	record ApproveCancellation(@Nullable String remarks, @Nullable BigDecimal cost) implements ReviewCommand {
	}

	/**
	 * The confirmed order goes on (REV-6).
	 *
	 * @param reason why, required
	 */
	record RejectCancellation(@Nullable String reason) implements ReviewCommand {
	}

	/**
	 * One field to be corrected.
	 *
	 * @param field path of the field in the order, such as {@code lines[0].unitPrice}
	 * @param remark what is wrong with it
	 */
	record RequestedCorrection(@Nullable String field, @Nullable String remark) {
	}

}
