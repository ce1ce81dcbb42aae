package io.gendan.messaging.privacy;

import java.util.function.Supplier;

import io.gendan.contract.Personal;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/**
 * Seals personal texts before they leave a decision, and opens them for it. Keys
 * that are not remembered are looked up for all decisions of a batch at once.
 */
@FunctionalInterface
public interface Sealing {

	/**
	 * Begins a batch.
	 * @return its keys, for one thread, and for no longer than the batch takes
	 */
	Batch batch();

	/**
	 * The keys of a batch. A decision that {@linkplain #lacked() lacked} one has seen
	 * nothing in the place of a text: it is made again after {@link #fetch()}.
	 */
	interface Batch extends Privacy {

		/**
		 * Seals a text.
		 * @param customer tells the number of the customer it is about; asked only if the
		 * text is not sealed yet
		 * @param text a text
		 * @return sealed; the same if it was sealed already
		 */
		Personal seal(Supplier<String> customer, Personal text);

		/**
		 * Opens a text for a list. One that looks sealed when it is opened would be
		 * opened once more when it is shown, so it stays as it is.
		 * @param text as it stands in an event
		 * @return null if its key is not here, or is destroyed, or it looks sealed
		 */
		default @Nullable String openForList(Personal text) {
			String clear = open(text);
			return (clear != null && !Personal.read(clear).isSealed()) ? clear : null;
		}

		/**
		 * Which key would open a text.
		 * @param text as it stands in an event
		 * @return id of a key that has not come yet, null if none is awaited
		 */
		@Nullable String awaited(Personal text);

		/**
		 * Whether a key was lacking since this was asked last.
		 * @return true if what was decided since then must be thrown away
		 */
		boolean lacked();

		/**
		 * Looks up all keys that were lacking, and makes those that this service must
		 * have. Afterwards they are not lacking any more; one that has not come yet opens
		 * nothing.
		 * @throws HouseKeyMissingException if this service lacks the key of the house
		 * that something is wrapped with
		 */
		void fetch();

	}

}
