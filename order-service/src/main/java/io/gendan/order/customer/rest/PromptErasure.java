package io.gendan.order.customer.rest;

import java.util.Map;

import io.gendan.contract.Actor;
import io.gendan.messaging.CommandRequest;
import io.gendan.messaging.StageGateway;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.stage.Activity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Destroys the keys of an erased customer before the answer, so that it can say by when
 * they are gone. Where that fails, the activity goes on trying.
 */
@Component
final class PromptErasure {

	private static final Logger log = LoggerFactory.getLogger(PromptErasure.class);

	private final Activity<Customer, CustomerCommand> erasure;

	private final StageGateway<Customer, CustomerCommand> customers;

	PromptErasure(Activity<Customer, CustomerCommand> erasure, StageGateway<Customer, CustomerCommand> customers) {
		this.erasure = erasure;
		this.customers = customers;
	}

	/**
	 * Does what the activity would do a moment later; done twice is no harm.
	 * @param number number of a customer who has been erased
	 */
	void perform(String number) {
		try {
			this.customers.find(number)
				.filter((customer) -> this.erasure.wanted(customer.state()))
				.ifPresent((customer) -> this.erasure.perform(Map.of(number, customer.state()))
					.forEach((erased, report) -> this.customers
						.execute(CommandRequest.of(erased, report, Actor.policy(this.erasure.name())))));
		}
		catch (RuntimeException ex) {
			log.warn("The keys of an erased customer are not destroyed yet; tried again later: {}", ex.toString());
		}
	}

}
