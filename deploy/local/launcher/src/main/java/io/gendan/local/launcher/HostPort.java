package io.gendan.local.launcher;

/**
 * Where something listens.
 *
 * @param host name or address
 * @param port TCP port
 */
record HostPort(String host, int port) {

	static HostPort of(String text, int usualPort) {
		int colon = text.lastIndexOf(':');
		boolean named = colon > text.lastIndexOf(']');
		String host = named ? text.substring(0, colon) : text;
		return new HostPort(host.replaceAll("[\\[\\]]", ""),
				named ? Integer.parseInt(text.substring(colon + 1)) : usualPort);
	}

}
