package io.gendan.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six services; each is the only writer of its topic. */
public enum Service {

	ORDER, REVIEW, FULFILLMENT, LOGISTICS, BILLING, AFTERSALES;

	private final String label = name().toLowerCase(Locale.ROOT);

	/**
	 * The short name, first part of every event id of this service.
	 * @return such as {@code order}
	 */
	public String label() {
		return this.label;
	}

	/**
	 * The Kafka topic this service writes.
	 * @return such as {@code gendan.order}
	 */
	public String topic() {
		return "gendan." + this.label;
	}

	/**
	 * The CloudEvents source of this service.
	 * @return such as {@code /gendan/order-service}
	 */
	public String source() {
		return "/gendan/" + this.label + "-service";
	}

	/**
	 * The service that writes with this CloudEvents source.
	 * @param source the {@code ce_source} attribute
	 * @return the service, or empty for a source that is none of the six
	 */
	public static Optional<Service> ofSource(String source) {
		return Arrays.stream(values()).filter((service) -> service.source().equals(source)).findFirst();
	}

}
