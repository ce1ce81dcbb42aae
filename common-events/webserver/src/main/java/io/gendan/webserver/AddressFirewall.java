package io.gendan.webserver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets through what an identifier may hold when it is percent-encoded: slash, backslash,
 * percent and semicolon. The same characters as they are still part or end an address,
 * and an encoded period stays refused, so that no path leads upwards. Headers may be
 * written in any script.
 */
final class AddressFirewall extends StrictHttpFirewall {

	/** In both cases, as they may meet. */
	private static final List<String> ENCODED = List.of("%25", "%2f", "%2F", "%3b", "%3B", "%5c", "%5C", "%2f%2f",
			"%2f%2F", "%2F%2f", "%2F%2F");

	/** No control characters but the tab, and none that do not exist. */
	private static final Pattern HEADER = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]\\t]]*");

	AddressFirewall() {
		ENCODED.forEach(getEncodedUrlBlocklist()::remove);
		// The decoded address is the server's: there a slash, a backslash and a percent
		// stay encoded, and only the semicolon stands as itself.
		Set<String> decoded = getDecodedUrlBlocklist();
		ENCODED.forEach(decoded::remove);
		decoded.remove("%");
		decoded.remove(";");
		setAllowedHeaderValues((value) -> HEADER.matcher(text(value)).matches());
	}

	/** A header comes with a character for every byte; its text is UTF-8. */
	private static String text(String header) {
		return new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

}
