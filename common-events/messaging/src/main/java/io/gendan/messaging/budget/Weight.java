package io.gendan.messaging.budget;

import io.gendan.contract.RecordedEvent;

/** How many bytes things come to in documents and messages, a little rounded up. */
public final class Weight {

	/** Attributes of an event beside its data: ids, two hashes, time, actor, trace. */
	public static final int ENVELOPE = 512;

	private Weight() {
	}

	/**
	 * The size of an event in a document or message.
	 * @param event the event
	 * @return bytes
	 */
	public static long of(RecordedEvent event) {
		return ENVELOPE + ofText(event.data());
	}

	/**
	 * The size of a text in UTF-8.
	 * @param text any text
	 * @return bytes
	 */
	public static long ofText(String text) {
		long bytes = text.length();
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character >= 0x80) {
				bytes += (character < 0x800 || Character.isSurrogate(character)) ? 1 : 2;
			}
		}
		return bytes;
	}

}
