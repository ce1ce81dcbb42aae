package io.gendan.contract;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.contract.aftersales.AftersalesEvent;
import io.gendan.contract.billing.BillingEvent;
import io.gendan.contract.customer.CustomerEvent;
import io.gendan.contract.fulfillment.FulfillmentEvent;
import io.gendan.contract.logistics.LogisticsEvent;
import io.gendan.contract.order.OrderEvent;
import io.gendan.contract.product.ProductEvent;
import io.gendan.contract.review.ReviewEvent;

/** All events of the contract, by wire name and by service. */
public final class EventCatalogue {

	private static final Map<String, Class<? extends GendanEvent>> BY_TYPE = Arrays.stream(Service.values())
		.flatMap(EventCatalogue::members)
		.collect(Collectors.toMap(EventCatalogue::typeOf, (event) -> event, EventCatalogue::onlyOne,
				LinkedHashMap::new));

	private EventCatalogue() {
	}

	/**
	 * All events in the order of the contract.
	 * @return wire name to record class
	 */
	public static Map<String, Class<? extends GendanEvent>> all() {
		return Collections.unmodifiableMap(BY_TYPE);
	}

	/**
	 * The events of one service.
	 * @param service a service
	 * @return record classes in the order of the contract
	 */
	public static List<Class<? extends GendanEvent>> of(Service service) {
		return members(service).toList();
	}

	/**
	 * The record class of a wire name.
	 * @param type wire name with version
	 * @return the class, or empty for a type this version of the contract does not know
	 */
	public static Optional<Class<? extends GendanEvent>> find(String type) {
		return Optional.ofNullable(BY_TYPE.get(type));
	}

	/**
	 * The wire name of a record class.
	 * @param event a class of the catalogue
	 * @return wire name with version
	 * @throws IllegalArgumentException if the class has no {@link EventType}
	 */
	public static String typeOf(Class<? extends GendanEvent> event) {
		EventType type = event.getAnnotation(EventType.class);
		if (type == null) {
			throw new IllegalArgumentException(event + " has no @EventType and so no name on the wire");
		}
		return type.value();
	}

	private static Stream<Class<? extends GendanEvent>> members(Service service) {
		return families(service).flatMap(EventCatalogue::members);
	}

	/** A family may have families of its own. */
	private static Stream<Class<? extends GendanEvent>> members(Class<? extends GendanEvent> family) {
		return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses())
			.flatMap((member) -> members(member.asSubclass(GendanEvent.class))) : Stream.of(family);
	}

	/** One family per kind of stream that the service writes. */
	private static Stream<Class<? extends GendanEvent>> families(Service service) {
		return switch (service) {
			case ORDER -> Stream.of(OrderEvent.class, ProductEvent.class, CustomerEvent.class);
			case REVIEW -> Stream.of(ReviewEvent.class);
			case FULFILLMENT -> Stream.of(FulfillmentEvent.class);
			case LOGISTICS -> Stream.of(LogisticsEvent.class);
			case BILLING -> Stream.of(BillingEvent.class);
			case AFTERSALES -> Stream.of(AftersalesEvent.class);
		};
	}

	private static Class<? extends GendanEvent> onlyOne(Class<? extends GendanEvent> one,
			Class<? extends GendanEvent> other) {
		throw new IllegalStateException("%s and %s have the same wire name".formatted(one, other));
	}

}
