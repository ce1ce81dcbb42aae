package io.gendan.messaging.rest;

import org.springframework.security.core.AuthenticationException;

/**
 * The identity provider does not give the keys by which a token would be checked: whether
 * it is good, nobody can say.
 */
final class KeysUnavailableException extends AuthenticationException {

	KeysUnavailableException(Throwable why) {
		super("The keys of the identity provider cannot be had", why);
	}

}
