package io.gendan.messaging.privacy;

/**
 * Something was wrapped with a key of the house that this service does not have: its
 * settings are behind those of the others. Nothing may be skipped for that, since it
 * comes right with the settings.
 */
public final class HouseKeyMissingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HouseKeyMissingException(String keyId) {
		super("gendan.privacy.house-keys has no key '%s', which another service has".formatted(keyId));
	}

}
