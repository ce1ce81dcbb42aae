package io.gendan.messaging.access;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A refused attempt as the auditor sees it.
 *
 * @param id where it stands in the list
 * @param at when it was made first
 * @param lastAt when it was made last
 * @param count how often it was made in between
 * @param user user id, {@code -} without a token that is believed
 * @param name what people call the user
 * @param roles roles of the token
 * @param method HTTP method, {@code *} for several
 * @param path path without parameters, {@code *} for several
 * @param order number of another's order, if it was about one
 * @param reason why it was refused
 */
public record AttemptView(String id, Instant at, Instant lastAt, long count, String user, @Nullable String name,
		List<String> roles, String method, String path, @Nullable String order, RefusedAttempt.Reason reason) {
}
