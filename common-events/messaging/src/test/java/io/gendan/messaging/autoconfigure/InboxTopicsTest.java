package io.gendan.messaging.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Service;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.order.OrderPlaced;
import io.gendan.contract.review.OrderApproved;
import io.gendan.stage.Column;
import io.gendan.stage.Context;
import io.gendan.stage.Outcome;
import io.gendan.stage.Owner;
import io.gendan.stage.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stage must not wait for ever for what nobody consumes. */
class InboxTopicsTest {

	@Test
	void whatTheStageListensToMustBeConsumed() {
		assertThatCode(() -> InboxTopics.check(new Listening(), List.of("gendan.order", "gendan.review")))
			.doesNotThrowAnyException();
		assertThatThrownBy(() -> InboxTopics.check(new Listening(), List.of("gendan.order")))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("OrderApproved")
			.hasMessageNotContaining("OrderPlaced");
	}

	/** Listens to two services. */
	private static final class Listening implements Stage<String, String, BillingEvent> {

		@Override
		public Service service() {
			return Service.BILLING;
		}

		@Override
		public String initial(String order) {
			return order;
		}

		@Override
		public String evolve(String state, GendanEvent event) {
			return state;
		}

		@Override
		public Outcome<BillingEvent> decide(String state, String command, Context context) {
			return Outcome.accepted();
		}

		@Override
		public Set<Class<? extends GendanEvent>> listensTo() {
			return Set.of(OrderPlaced.class, OrderApproved.class);
		}

		@Override
		public List<BillingEvent> react(String state, GendanEvent received, Context context) {
			return List.of();
		}

		@Override
		public Optional<Owner> owner(String state) {
			return Optional.empty();
		}

		@Override
		public List<Column> columns() {
			return List.of(Column.text("state"));
		}

		@Override
		public Map<String, Object> summary(String state) {
			return Map.of("state", "OPEN");
		}

	}

}
