package io.gendan.order;

import java.time.Instant;

import io.gendan.contract.Money;
import io.gendan.contract.billing.ReceiptReversed;
import io.gendan.contract.order.WorkDone;
import org.jspecify.annotations.Nullable;

/**
 * What the other stages have reported, in whatever order it arrived.
 *
 * @param work what a cancellation would undo (ORD-11)
 * @param shipped whether goods have left and are not back
 * @param deliveredAt when the last goods were signed for
 * @param accepted whether the customer has accepted the goods
 * @param settled whether invoice and receipts match
 * @param closed whether after-sales has nothing open any more
 */
public record Progress(WorkDone work, boolean shipped, @Nullable Instant deliveredAt, boolean accepted, boolean settled,
		boolean closed) {

	static final Progress NONE = new Progress(new WorkDone(null, false, null), false, null, false, false, false);

	Progress afterProduction(int percent) {
		return with(new WorkDone(percent, this.work.packed(), this.work.received()));
	}

	Progress afterPacking() {
		return with(new WorkDone(this.work.productionPercent(), true, this.work.received()));
	}

	Progress afterReceipt(Money amount) {
		Money before = this.work.received();
		return with(new WorkDone(this.work.productionPercent(), this.work.packed(),
				(before != null) ? before.plus(amount) : amount));
	}

	/** What a reversed receipt had brought has never arrived. */
	Progress afterReversal(ReceiptReversed reversal) {
		Money before = this.work.received();
		Money rest = (before != null) ? before.minus(reversal.amount()) : null;
		Progress without = with(new WorkDone(this.work.productionPercent(), this.work.packed(),
				(rest != null && rest.signum() > 0) ? rest : null));
		return without.settled(this.settled && reversal.settled());
	}

	Progress afterShipping() {
		return new Progress(this.work, true, this.deliveredAt, this.accepted, this.settled, this.closed);
	}

	Progress afterReturn() {
		return new Progress(this.work, false, this.deliveredAt, this.accepted, this.settled, this.closed);
	}

	Progress afterDelivery(Instant at) {
		Instant last = (this.deliveredAt != null && this.deliveredAt.isAfter(at)) ? this.deliveredAt : at;
		return new Progress(this.work, true, last, this.accepted, this.settled, this.closed);
	}

	Progress afterAcceptance() {
		return new Progress(this.work, this.shipped, this.deliveredAt, true, this.settled, this.closed);
	}

	Progress afterSettlement() {
		return settled(true);
	}

	/** What was agreed before, and what followed from it, does not count any more. */
	Progress afterDifferences() {
		return settled(false);
	}

	Progress afterClosing() {
		return new Progress(this.work, this.shipped, this.deliveredAt, this.accepted, this.settled, true);
	}

	private Progress settled(boolean matching) {
		return new Progress(this.work, this.shipped, this.deliveredAt, this.accepted, matching, this.closed);
	}

	private Progress with(WorkDone done) {
		return new Progress(done, this.shipped, this.deliveredAt, this.accepted, this.settled, this.closed);
	}

}
