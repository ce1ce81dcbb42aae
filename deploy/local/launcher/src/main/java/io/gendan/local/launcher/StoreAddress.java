package io.gendan.local.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document store that is already there, as a MongoDB connection string. Every service
 * has a database of its own on it: a database named in the address is the beginning of
 * their names and remains the one that knows the user.
 *
 * @param uri the connection string
 */
record StoreAddress(String uri) {

	private static final Pattern FORM = Pattern
		.compile("(mongodb(?:\\+srv)?://)(?:([^@/]+)@)?([^@/?\\s]+)(?:/([^?\\s]*))?(?:\\?(\\S*))?");

	private static final String ADMIN = "admin";

	StoreAddress {
		if (!FORM.matcher(uri).matches()) {
			throw new Refusal(
					"GENDAN_STORE_URI is no MongoDB connection string, such as mongodb://HOST:27017/?replicaSet=rs0",
					"GENDAN_STORE_URI 不是 MongoDB 连接串，例如 mongodb://HOST:27017/?replicaSet=rs0");
		}
	}

	/**
	 * The connection string of one database.
	 * @param name name of the database, after what the address names itself
	 * @return with every option of the address
	 */
	String database(String name) {
		Matcher form = form();
		String given = (form.group(4) != null) ? form.group(4) : "";
		String options = (form.group(5) != null) ? form.group(5) : "";
		if (form.group(2) != null && !options.toLowerCase(java.util.Locale.ROOT).contains("authsource=")) {
			// Else the driver would look for the user in the service's own database.
			options += (options.isEmpty() ? "" : "&") + "authSource=" + (given.isEmpty() ? ADMIN : given);
		}
		String prefix = (given.isEmpty() || given.equals(ADMIN)) ? "" : given + "-";
		String user = (form.group(2) != null) ? form.group(2) + "@" : "";
		return form.group(1) + user + form.group(3) + "/" + prefix + name + (options.isEmpty() ? "" : "?" + options);
	}

	/**
	 * Where to knock.
	 * @return empty if the address is one that only DNS can resolve
	 */
	List<HostPort> hosts() {
		Matcher form = form();
		return form.group(1).contains("srv") ? List.of()
				: Arrays.stream(form.group(3).split(",")).map((host) -> HostPort.of(host, 27017)).toList();
	}

	private Matcher form() {
		Matcher form = FORM.matcher(this.uri);
		if (!form.matches()) {
			throw new IllegalStateException(toString());
		}
		return form;
	}

	/** Without user and password. */
	@Override
	public String toString() {
		return this.uri.replaceFirst("//[^@/]+@", "//").replaceFirst("\\?.*", "");
	}

}
