package io.gendan.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Checks when an order was received and when it shall be delivered. */
final class TimeCheck {

	private static final int LENGTH = 40;

	private TimeCheck() {
	}

	/** The present time if the form does not say; null after a fault. */
	static @Nullable Instant receivedAt(FormReader reader, @Nullable String raw, Instant now) {
		String text = reader.word("receivedAt", raw, LENGTH);
		if (text == null) {
			return now;
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(text);
			if (time.getYear() < 1970) {
				reader.fault("receivedAt", OrderRefusal.TIME_INVALID, text);
				return null;
			}
			if (time.toInstant().isAfter(now)) {
				reader.fault("receivedAt", OrderRefusal.RECEIPT_IN_FUTURE, text);
				return null;
			}
			return time.toInstant();
		}
		catch (DateTimeException ex) {
			reader.fault("receivedAt", OrderRefusal.TIME_INVALID, text);
			return null;
		}
	}

	/** Null after a fault. */
	static @Nullable LocalDate requestedDelivery(FormReader reader, OrderPolicy policy, @Nullable String raw,
			@Nullable Instant receivedAt) {
		String text = reader.need("requestedDelivery", reader.word("requestedDelivery", raw, LENGTH));
		if (text.isEmpty()) {
			return null;
		}
		try {
			LocalDate requested = LocalDate.parse(text);
			if (receivedAt != null) {
				LocalDate receipt = policy.dateOf(receivedAt);
				LocalDate latest = receipt.plus(policy.deliveryHorizon());
				if (requested.isBefore(receipt)) {
					reader.fault("requestedDelivery", OrderRefusal.DELIVERY_BEFORE_RECEIPT,
							Map.of("value", text, "receipt", receipt.toString()));
				}
				if (requested.isAfter(latest)) {
					reader.fault("requestedDelivery", OrderRefusal.DELIVERY_TOO_FAR,
							Map.of("value", text, "latest", latest.toString()));
				}
			}
			return requested;
		}
		catch (DateTimeException ex) {
			reader.fault("requestedDelivery", OrderRefusal.DATE_INVALID, text);
			return null;
		}
	}

}
