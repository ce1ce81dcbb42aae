package io.gendan.messaging.rest;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a list of orders is asked for: a controller method takes it as an argument.
 *
 * @param filter column to the value it must have, each checked against the columns of the
 * stage
 * @param after order number after which the page starts, null for the first page
 * @param limit rows at the most
 */
public record ListQuery(Map<String, String> filter, @Nullable String after, int limit) {
}
