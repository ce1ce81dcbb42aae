package io.gendan.order;

import java.time.Instant;

import io.gendan.contract.Money;
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
		return new Progress(this.work, this.shipped, this.deliveredAt, this.accepted, true, this.closed);
	}

	Progress afterClosing() {
		return new Progress(this.work, this.shipped, this.deliveredAt, this.accepted, this.settled, true);
	}

	private Progress with(WorkDone done) {
		return new Progress(done, this.shipped, this.deliveredAt, this.accepted, this.settled, this.closed);
	}

}
