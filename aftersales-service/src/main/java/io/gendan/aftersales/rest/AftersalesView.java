package io.gendan.aftersales.rest;

import java.time.Instant;
import java.util.function.Function;

import io.gendan.aftersales.Acceptance;
import io.gendan.aftersales.Aftersales;
import io.gendan.aftersales.AftersalesState;
import io.gendan.aftersales.Buyer;
import io.gendan.aftersales.Delivery;
import io.gendan.aftersales.Survey;
import io.gendan.contract.Money;
import io.gendan.contract.Personal;
import io.gendan.messaging.OrderSnapshot;
import io.gendan.messaging.rest.Call;
import org.jspecify.annotations.Nullable;

/**
 * An order after the sale as clients see it.
 *
 * @param order order number
 * @param version grows with everything that happens here; the ETag
 * @param state where the order stands
 * @param buyer who ordered
 * @param delivery what arrived
 * @param followUpDueAt when the acceptance call is due
 * @param acceptance what the customer accepted
 * @param survey what the customer thinks
 * @param closedBecause why the service window has ended, not for customers
 */
record AftersalesView(String order, long version, AftersalesState state, @Nullable BuyerView buyer,
		@Nullable Delivery delivery, @Nullable Instant followUpDueAt, @Nullable AcceptanceView acceptance,
		@Nullable Survey survey, @Nullable Personal closedBecause) {

	/**
	 * How an order is shown to a caller.
	 * @param call who asks
	 * @return the view; a customer does not see who entered the order, who accepted the
	 * goods for the customer, and what is said inside when it is closed
	 */
	static Function<OrderSnapshot<Aftersales>, AftersalesView> to(Call call) {
		return (snapshot) -> of(snapshot, !call.byCustomer());
	}

	private static AftersalesView of(OrderSnapshot<Aftersales> snapshot, boolean inside) {
		Aftersales state = snapshot.state();
		Buyer buyer = state.buyer();
		return new AftersalesView(snapshot.order(), snapshot.version(), state.state(),
				(buyer != null) ? BuyerView.of(buyer, inside) : null, state.delivery(), state.followUpDueAt(),
				AcceptanceView.of(state.acceptance(), inside), state.survey(), inside ? state.closedBecause() : null);
	}

	/**
	 * What the customer accepted.
	 *
	 * @param by user who accepted, perhaps for the customer; not for customers
	 * @param remarks what was said
	 * @param serviceUntil end of the service window (AFT-7)
	 */
	record AcceptanceView(@Nullable Personal by, @Nullable Personal remarks, Instant serviceUntil) {

		private static @Nullable AcceptanceView of(@Nullable Acceptance acceptance, boolean inside) {
			return (acceptance != null) ? new AcceptanceView(inside ? acceptance.by() : null, acceptance.remarks(),
					acceptance.serviceUntil()) : null;
		}

	}

	/**
	 * Who ordered, and by whose hand.
	 *
	 * @param customerId customer number
	 * @param customer company name
	 * @param total sum of the order
	 * @param enteredBy user who entered it, not for customers
	 */
	record BuyerView(String customerId, Personal customer, Money total, @Nullable String enteredBy) {

		private static BuyerView of(Buyer buyer, boolean inside) {
			return new BuyerView(buyer.customerId(), buyer.customer(), buyer.total(),
					inside ? buyer.enteredBy() : null);
		}

	}

}
