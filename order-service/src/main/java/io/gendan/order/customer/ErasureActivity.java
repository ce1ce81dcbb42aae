package io.gendan.order.customer;

import java.util.HashMap;
import java.util.Map;

import io.gendan.messaging.privacy.Erasure;
import io.gendan.order.customer.CustomerCommand.RecordErasure;
import io.gendan.stage.Activity;

/**
 * Destroys the keys to the personal data of erased customers and reports by when they are
 * gone from the broker's files too.
 */
public final class ErasureActivity implements Activity<Customer, CustomerCommand> {

	private final Erasure erasure;

	/**
	 * An activity.
	 * @param erasure destroys the keys
	 */
	public ErasureActivity(Erasure erasure) {
		this.erasure = erasure;
	}

	@Override
	public String name() {
		return "customer-erasure";
	}

	@Override
	public boolean wanted(Customer state) {
		return state.erased() != null && !state.erased().completed();
	}

	@Override
	public Map<String, CustomerCommand> perform(Map<String, Customer> customers) {
		Map<String, CustomerCommand> reports = new HashMap<>();
		customers.keySet().forEach((number) -> reports.put(number, new RecordErasure(this.erasure.erase(number))));
		return reports;
	}

}
