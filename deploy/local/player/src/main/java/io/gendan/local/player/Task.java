package io.gendan.local.player;

import java.util.Map;

/**
 * One thing a person does about an order.
 *
 * @param name what it is, unique per order; also the idempotency key
 * @param person who does it
 * @param order the order
 * @param collection where orders of this stage are, such as {@code /api/reviews}
 * @param command the command there
 * @param body what is posted
 */
record Task(String name, Person person, String order, String collection, String command, Map<String, Object> body) {

	/**
	 * The key that makes doing it again harmless.
	 * @return unique over all orders
	 */
	String key() {
		return "play-" + this.order + "-" + this.name;
	}

	/**
	 * Where it is posted alone.
	 * @return a path
	 */
	String path() {
		return "%s/%s/%s".formatted(this.collection, this.order, this.command);
	}

	/**
	 * Where it is posted together with its like.
	 * @return a path
	 */
	String bulkPath() {
		return "%s/%s".formatted(this.collection, this.command);
	}

}
