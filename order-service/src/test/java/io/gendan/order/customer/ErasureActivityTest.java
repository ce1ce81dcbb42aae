package io.gendan.order.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.gendan.contract.customer.ErasureCompleted;
import io.gendan.order.customer.CustomerCommand.RecordErasure;
import org.junit.jupiter.api.Test;

import static io.gendan.order.customer.Customers.ERASED;
import static io.gendan.order.customer.Customers.ERASED_AT;
import static io.gendan.order.customer.Customers.NUMBER;
import static io.gendan.order.customer.Customers.REGISTERED;
import static io.gendan.order.customer.Customers.customer;
import static org.assertj.core.api.Assertions.assertThat;

/** the keys of an erased customer are destroyed, and it is said by when. */
class ErasureActivityTest {

	private static final Instant GONE_BY = ERASED_AT.plus(Duration.ofDays(7));

	private final List<String> erased = new ArrayList<>();

	private final ErasureActivity activity = new ErasureActivity((number) -> {
		this.erased.add(number);
		return GONE_BY;
	});

	@Test
	void itIsWantedFromTheErasureUntilItIsReported() {
		assertThat(this.activity.wanted(customer().state())).isFalse();
		assertThat(this.activity.wanted(customer(REGISTERED).state())).isFalse();
		assertThat(this.activity.wanted(customer(REGISTERED, ERASED).state())).isTrue();
		assertThat(this.activity.wanted(customer(ERASED).state())).isTrue();
		assertThat(this.activity.wanted(customer(ERASED, new ErasureCompleted(NUMBER, GONE_BY)).state())).isFalse();
	}

	@Test
	void itReportsByWhenTheKeysAreGone() {
		Customer customer = customer(ERASED).state();
		assertThat(this.activity.perform(Map.of(NUMBER, customer)))
			.isEqualTo(Map.of(NUMBER, new RecordErasure(GONE_BY)));
		assertThat(this.erased).containsExactly(NUMBER);
	}

}
