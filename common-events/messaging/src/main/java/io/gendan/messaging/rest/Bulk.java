package io.gendan.messaging.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.gendan.stage.FieldFault;
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
	 * Which orders it is about.
	 * @return order numbers, those that are missing left out
	 */
	public Set<String> orders() {
		return (this.items == null) ? Set.of()
				: this.items.stream()
					.filter(Objects::nonNull)
					.map(Item::order)
					.filter(Objects::nonNull)
					.collect(Collectors.toSet());
	}

	/**
	 * The items, if the request has its form.
	 * @return the items
	 * @throws RefusedException with every fault of every item
	 */
	List<Item<B>> checked() {
		List<FieldFault> faults = new ArrayList<>();
		List<Item<B>> checked = new ArrayList<>();
		if (this.items == null || this.items.isEmpty() || this.items.size() > LARGEST) {
			faults.add(size("items", LARGEST));
		}
		else {
			for (Item<B> item : this.items) {
				String path = "items[%d]".formatted(checked.size());
				checked.add((item != null) ? item : new Item<>(null, null, null, null));
				checked.getLast().check(path, faults);
			}
		}
		if (!faults.isEmpty()) {
			throw EdgeRefusal.body(faults);
		}
		return checked;
	}

	private static FieldFault size(String field, int largest) {
		return new FieldFault(field, EdgeRefusal.SIZE_OUT_OF_RANGE, Map.of("min", 1, "max", largest));
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

		private void check(String path, List<FieldFault> faults) {
			if (this.order == null || this.order.isBlank()) {
				faults.add(new FieldFault(path + ".order", EdgeRefusal.FIELD_MISSING));
			}
			if (this.command == null) {
				faults.add(new FieldFault(path + ".command", EdgeRefusal.FIELD_MISSING));
			}
			if (this.key != null && (this.key.isBlank() || this.key.length() > LONGEST_KEY)) {
				faults.add(size(path + ".key", LONGEST_KEY));
			}
		}

	}

}
