package io.gendan.order.timeline;

/** A rebuild has been overtaken by a later one, or by the tidying up after it. */
class LeaseLostException extends RuntimeException {

	LeaseLostException(long token) {
		super("Rebuild %d was silent for too long and has been given up; nothing has changed / 第 %d 次重建中断过久，已放弃，未作任何更改"
			.formatted(token, token));
	}

}
