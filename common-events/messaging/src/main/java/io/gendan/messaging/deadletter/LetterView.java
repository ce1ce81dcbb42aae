package io.gendan.messaging.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import io.gendan.contract.EventCodec;
import io.gendan.messaging.privacy.PersonalView;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a person sees it.
 *
 * @param id where it stands: {@code topic~partition~offset}
 * @param topic topic of the original record
 * @param partition partition of the original record
 * @param offset offset of the original record
 * @param key key of the original record
 * @param order the order it is about, as far as that can be seen
 * @param reason stable reason
 * @param detail what a person needs to know
 * @param failedAt when it failed
 * @param status what has become of it
 * @param handledBy who did that
 * @param handledAt when
 * @param handlingReason why it was discarded, {@code MENDED} if other data were taken
 * @param headers headers of the original record, as text
 * @param value value of the original record, as text; personal texts in clear are masked
 */
public record LetterView(String id, String topic, int partition, long offset, @Nullable String key,
		@Nullable String order, String reason, String detail, Instant failedAt, LetterStatus status,
		@Nullable String handledBy, @Nullable Instant handledAt, @Nullable String handlingReason,
		Map<String, String> headers, @Nullable String value) {

	private static final EventCodec CODEC = new EventCodec();

	static LetterView of(StoredLetter letter, Handling handling) {
		Map<String, String> headers = new TreeMap<>();
		letter.original().headers().forEach((name, value) -> headers.put(name, text(value)));
		byte[] value = letter.original().value();
		return new LetterView(letter.id().toString(), letter.original().topic(), letter.original().partition(),
				letter.original().offset(), letter.original().keyText(), letter.order(), letter.reason(),
				letter.detail(), letter.failedAt(), handling.status(), handling.by(), handling.at(), handling.reason(),
				headers,
				(value != null) ? PersonalView.masked(CODEC, headers.getOrDefault("ce_type", ""), text(value)) : null);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
