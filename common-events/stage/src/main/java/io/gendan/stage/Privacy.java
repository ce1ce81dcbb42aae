package io.gendan.stage;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Reads personal texts where a decision needs them. What it gives must not be kept:
 * a state holds personal texts only as they stand in events.
 */
public interface Privacy {

	/** Reads only what is in clear, in events of before the rule. */
	Privacy CLEAR = new Privacy() {

		@Override
		public @Nullable String open(Personal text) {
			return text.isSealed() ? null : text.text();
		}

		@Override
		public <E extends GendanEvent> E opened(E event) {
			return event;
		}

	};

	/**
	 * The text in clear.
	 * @param text as it stands in an event
	 * @return null if its key is not here, or is destroyed
	 */
	@Nullable String open(Personal text);

	/**
	 * An event with all its personal texts in clear, to be compared with another.
	 * @param event an event
	 * @param <E> the event
	 * @return the same; texts whose key is not here stay sealed
	 */
	<E extends GendanEvent> E opened(E event);

}
