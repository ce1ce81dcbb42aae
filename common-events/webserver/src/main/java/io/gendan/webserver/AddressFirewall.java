package io.gendan.webserver;

import java.util.List;
import java.util.Set;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets through what an identifier may hold when it is percent-encoded: slash, backslash,
 * percent and semicolon. The same characters as they are still part or end an address,
 * and an encoded period stays refused, so that no path leads upwards.
 */
final class AddressFirewall extends StrictHttpFirewall {

	/** In both cases, as they may meet. */
	private static final List<String> ENCODED = List.of("%25", "%2f", "%2F", "%3b", "%3B", "%5c", "%5C", "%2f%2f",
			"%2f%2F", "%2F%2f", "%2F%2F");

	AddressFirewall() {
		ENCODED.forEach(getEncodedUrlBlocklist()::remove);
		// The decoded address is the server's: there a slash, a backslash and a percent
		// stay encoded, and only the semicolon stands as itself.
		Set<String> decoded = getDecodedUrlBlocklist();
		ENCODED.forEach(decoded::remove);
		decoded.remove("%");
		decoded.remove(";");
	}

}
