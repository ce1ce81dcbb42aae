package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.stage.FieldReader;
import io.gendan.stage.FieldRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The same command for many orders. Each is carried out or refused by itself; a request
 * that does not have its form does nothing at all.
 *
 * @param items what to do, 1 to {@value #LARGEST}, in any order
 * @param <B> what the command for one order takes as its body
 */
public record Bulk<B>(@Nullable List<@Nullable Item<B>> items) {

	static final int LARGEST = 500;

	static final int LONGEST_KEY = 200;

	/**
	 * The items, if the request has its form, with their order numbers and keys in the
	 * one spelling of each.
	 * @return the items
	 * @throws RefusedException with every fault of every item
	 */
	List<Item<B>> checked() {
		FieldReader reader = new FieldReader();
		List<Item<B>> checked = new ArrayList<>();
		if (this.items == null || this.items.isEmpty() || this.items.size() > LARGEST) {
			reader.fault("items", EdgeRefusal.SIZE_OUT_OF_RANGE, Map.of("min", 1, "max", LARGEST));
		}
		else {
			for (Item<B> item : this.items) {
				String path = "items[%d]".formatted(checked.size());
				checked.add(((item != null) ? item : new Item<B>(null, null, null, null)).read(path, reader));
			}
		}
		if (!reader.clean()) {
			throw EdgeRefusal.body(reader.faults());
		}
		return checked;
	}

	/**
	 * The command for one order.
	 *
	 * @param order order number
	 * @param key the same key on the same order takes effect once; without one the header
	 * {@code Idempotency-Key} counts
	 * @param ifMatch the version that was seen, may be left out
	 * @param command what the command for one order takes as its body
	 * @param <B> its form
	 */
	public record Item<B>(@Nullable String order, @Nullable String key, @Nullable Long ifMatch, @Nullable B command) {

		private Item<B> read(String path, FieldReader reader) {
			String number = reader.need(path + ".order", reader.code(path + ".order", this.order, LONGEST_KEY));
			if (this.command == null) {
				reader.fault(path + ".command", FieldRefusal.REQUIRED);
			}
			String ownKey = (this.key != null)
					? reader.need(path + ".key", reader.code(path + ".key", this.key, LONGEST_KEY)) : null;
			return new Item<>(number, ownKey, this.ifMatch, this.command);
		}

	}

}
