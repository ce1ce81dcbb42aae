package io.gendan.local.player;

import java.util.Map;

/**
 * One thing a person does about an order.
 *
 * @param name what it is, unique per order; also the idempotency key
 * @param person who does it
 * @param path where it is posted
 * @param body what is posted
 */
record Task(String name, Person person, String path, Map<String, Object> body) {
}
