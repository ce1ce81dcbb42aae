package io.gendan.order.product;

import org.jspecify.annotations.Nullable;

/** What can be asked for about a product. */
public sealed interface ProductCommand {

	/**
	 * Put a product on the list. The same again changes nothing.
	 *
	 * @param form what was filled in
	 */
	record Enlist(ProductForm form) implements ProductCommand {
	}

	/**
	 * Say something else of it.
	 *
	 * @param form what was filled in, all of it
	 * @param reason why, may be left out
	 */
	record Change(ProductForm form, @Nullable String reason) implements ProductCommand {
	}

	/**
	 * Take it off the list.
	 *
	 * @param reason why
	 */
	record Withdraw(@Nullable String reason) implements ProductCommand {
	}

	/**
	 * Let it be ordered again.
	 *
	 * @param reason why
	 */
	record Reinstate(@Nullable String reason) implements ProductCommand {
	}

}
