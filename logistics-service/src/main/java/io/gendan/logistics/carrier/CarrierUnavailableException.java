package io.gendan.logistics.carrier;

/** A carrier did not answer, or its guard did not let the call through. */
public class CarrierUnavailableException extends RuntimeException {

	private final String carrier;

	CarrierUnavailableException(String carrier, Throwable cause) {
		super("Carrier %s does not answer: %s".formatted(carrier, cause), cause);
		this.carrier = carrier;
	}

	/**
	 * Which carrier.
	 * @return carrier code
	 */
	public String carrier() {
		return this.carrier;
	}

}
