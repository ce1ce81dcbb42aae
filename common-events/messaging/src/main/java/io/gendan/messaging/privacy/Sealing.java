package io.gendan.messaging.privacy;

import io.gendan.contract.Personal;
import io.gendan.stage.Privacy;

/** Seals personal texts before they leave a decision. */
public interface Sealing extends Privacy {

	/**
	 * Seals a text for a customer.
	 * @param customer number of the customer it is about
	 * @param text a text
	 * @return sealed; the same if it was sealed already
	 */
	Personal seal(String customer, Personal text);

}
