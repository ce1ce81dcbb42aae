package io.gendan.order.customer;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A customer as the register has it.
 *
 * @param number customer number
 * @param entry what the register says of it, null before it is registered and after it is
 * erased
 * @param erased that it is erased, null if it is not
 */
public record Customer(String number, @Nullable Entry entry, @Nullable Erased erased) {

	/**
	 * Whether there is still something to be read.
	 * @return the state
	 */
	public CustomerState state() {
		return (this.erased != null) ? CustomerState.ERASED : CustomerState.REGISTERED;
	}

	Customer with(Entry registered) {
		return new Customer(this.number, registered, this.erased);
	}

	Customer with(UnaryOperator<Entry> change) {
		return (this.entry != null) ? with(change.apply(this.entry)) : this;
	}

	/** Nothing that was said of it stays. */
	Customer without(Erased erasure) {
		return new Customer(this.number, null, erasure);
	}

}
