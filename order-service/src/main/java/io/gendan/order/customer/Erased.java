package io.gendan.order.customer;

import java.time.Instant;

import io.gendan.contract.customer.ErasureCause;
import org.jspecify.annotations.Nullable;

/**
 * That a customer is erased: all that the register still knows of it.
 *
 * @param erasedAt when it was decided
 * @param cause why
 * @param goneBy by when the keys to its personal data are gone from the broker's files
 * too, null until they are destroyed
 */
public record Erased(Instant erasedAt, ErasureCause cause, @Nullable Instant goneBy) {

	boolean completed() {
		return this.goneBy != null;
	}

	Erased goneBy(Instant instant) {
		return new Erased(this.erasedAt, this.cause, instant);
	}

}
