package io.gendan.messaging.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How many bytes, as they stand in messages and documents, something may hold at once.
 * Objects made of them take several times as much, so a budget is a small share of the
 * heap.
 *
 * @param bytes at least 1
 */
public record ByteBudget(long bytes) {

	/**
	 * A budget.
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public ByteBudget {
		if (bytes < 1) {
			throw new IllegalArgumentException("A budget has at least 1 byte, not " + bytes);
		}
	}

	/**
	 * A share of the heap this process may have.
	 * @param parts into how many equal parts the heap is cut
	 * @return one of them
	 */
	public static ByteBudget ofHeap(int parts) {
		return new ByteBudget(Math.max(1, Runtime.getRuntime().maxMemory() / parts));
	}

	/**
	 * A part of it.
	 * @param parts into how many equal parts it is cut
	 * @return one of them
	 */
	public ByteBudget part(int parts) {
		return new ByteBudget(Math.max(1, this.bytes / parts));
	}

	/**
	 * Cuts a list so that no part is heavier than the budget; a single thing that is
	 * stands alone.
	 * @param all things in their order
	 * @param weight bytes of one
	 * @param <T> their type
	 * @return parts in the same order, none of them empty
	 */
	public <T> List<List<T>> portions(List<T> all, ToLongFunction<T> weight) {
		List<List<T>> portions = new ArrayList<>();
		int from = 0;
		long held = 0;
		for (int i = 0; i < all.size(); i++) {
			long next = weight.applyAsLong(all.get(i));
			if (i > from && held + next > this.bytes) {
				portions.add(all.subList(from, i));
				from = i;
				held = 0;
			}
			held += next;
		}
		if (from < all.size()) {
			portions.add(all.subList(from, all.size()));
		}
		return portions;
	}

}
