package io.gendan.order;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

import io.gendan.stage.FormReader;
import org.jspecify.annotations.Nullable;

/** Checks when an order was received and when it shall be delivered. */
final class TimeCheck {

	private static final int LENGTH = 40;

	private TimeCheck() {
	}

	/** What holds for forms that do not say, if this one does not; null after a fault. */
	static @Nullable Instant receivedAt(FormReader reader, OrderPolicy policy, OrderForm form, Instant now) {
		String text = reader.word("receivedAt", form.receivedAt(), LENGTH);
		if (text == null) {
			return Objects.requireNonNullElse(form.unsaid().receivedAt(), now);
		}
		try {
			Instant time = OffsetDateTime.parse(text).toInstant();
			if (time.isBefore(policy.earliestReceipt().atStartOfDay(policy.zone()).toInstant())) {
				reader.fault("receivedAt", OrderRefusal.RECEIPT_TOO_EARLY,
						Map.of("value", text, "earliest", policy.earliestReceipt().toString()));
				return null;
			}
			if (time.isAfter(now.plus(policy.clockSkew()))) {
				reader.fault("receivedAt", OrderRefusal.RECEIPT_IN_FUTURE, text);
				return null;
			}
			return time;
		}
		catch (DateTimeException ex) {
			reader.fault("receivedAt", OrderRefusal.TIME_INVALID, text);
			return null;
		}
	}

	/** Null after a fault. */
	static @Nullable LocalDate requestedDelivery(FormReader reader, OrderPolicy policy, OrderForm form,
			@Nullable Instant receivedAt) {
		String text = reader.word("requestedDelivery", form.requestedDelivery(), LENGTH);
		Integer days = form.unsaid().deliveryDays();
		if (text == null && days != null) {
			return (receivedAt != null) ? policy.dateOf(receivedAt).plusDays(days) : null;
		}
		text = reader.need("requestedDelivery", text);
		if (text.isEmpty()) {
			return null;
		}
		try {
			LocalDate requested = LocalDate.parse(text);
			checkStory(reader, policy, requested, receivedAt);
			return requested;
		}
		catch (DateTimeException ex) {
			reader.fault("requestedDelivery", OrderRefusal.DATE_INVALID, text);
			return null;
		}
	}

	private static void checkStory(FormReader reader, OrderPolicy policy, LocalDate requested,
			@Nullable Instant receivedAt) {
		if (receivedAt == null) {
			return;
		}
		LocalDate receipt = policy.dateOf(receivedAt);
		LocalDate latest = receipt.plus(policy.deliveryHorizon());
		if (requested.isBefore(receipt)) {
			reader.fault("requestedDelivery", OrderRefusal.DELIVERY_BEFORE_RECEIPT,
					Map.of("value", requested.toString(), "receipt", receipt.toString()));
		}
		if (requested.isAfter(latest)) {
			reader.fault("requestedDelivery", OrderRefusal.DELIVERY_TOO_FAR,
					Map.of("value", requested.toString(), "latest", latest.toString()));
		}
	}

}
