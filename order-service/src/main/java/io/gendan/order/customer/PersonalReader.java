package io.gendan.order.customer;

import io.gendan.contract.Personal;
import io.gendan.stage.FormReader;
import io.gendan.stage.Mask;
import org.jspecify.annotations.Nullable;

/**
 * Reads personal texts. Whoever was shown a customer with masked texts and sends it back
 * must not put the masks in the register.
 */
final class PersonalReader {

	private final FormReader reader;

	PersonalReader(FormReader reader) {
		this.reader = reader;
	}

	@Nullable Personal word(String field, @Nullable String raw, int max) {
		return personal(field, this.reader.word(field, raw, max));
	}

	@Nullable Personal prose(String field, @Nullable String raw, int max) {
		return personal(field, this.reader.prose(field, raw, max));
	}

	@Nullable Personal code(String field, @Nullable String raw, int max) {
		return personal(field, this.reader.code(field, raw, max));
	}

	Personal need(String field, @Nullable Personal text) {
		return this.reader.need(field, text, Personal.of(""));
	}

	private @Nullable Personal personal(String field, @Nullable String text) {
		if (text != null && Mask.isOne(text)) {
			this.reader.fault(field, CustomerRefusal.TEXT_MASKED);
			return null;
		}
		return Personal.ofNullable(text);
	}

}
