package io.gendan.messaging.access;

import java.util.List;

import io.gendan.messaging.ForeignOrder;
import io.gendan.stage.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody was not allowed to do. Equal attempts are counted, not kept one by
 * one.
 *
 * @param user user id, {@value #NOBODY} without a token that is believed
 * @param name what people call the user, as far as the token tells
 * @param roles roles of the token, not only the one that was tried
 * @param method HTTP method
 * @param path path without parameters
 * @param order number of another's order, if it was about one
 * @param reason why it was refused
 */
public record RefusedAttempt(String user, @Nullable String name, List<String> roles, String method, String path,
		@Nullable String order, Reason reason) {

	/** Who has no token that is believed. */
	public static final String NOBODY = "-";

	/** Stands for what a flood has made too much of to keep it apart. */
	public static final String MANY = "*";

	private static final int LONGEST_PATH = 300;

	private static final int LONGEST_WORD = 100;

	private static final int MOST_ROLES = 20;

	public RefusedAttempt {
		method = cut(method, LONGEST_WORD);
		path = cut(path, LONGEST_PATH);
		order = (order != null) ? cut(order, LONGEST_WORD) : null;
		roles = roles.stream().limit(MOST_ROLES).map((role) -> cut(role, LONGEST_WORD)).toList();
	}

	/** The attempts of one user for one reason, whatever they were about. */
	RefusedAttempt ofUser() {
		return new RefusedAttempt(this.user, this.name, this.roles, MANY, MANY, null, this.reason);
	}

	/** The attempts of anybody for one reason. */
	RefusedAttempt ofAnybody() {
		return new RefusedAttempt(MANY, null, List.of(), MANY, MANY, null, this.reason);
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

	/** Why an attempt was refused. */
	public enum Reason {

		/** No token, or none that is believed: 401, or 503 when it cannot be checked. */
		TOKEN,

		/** No role of the user may take the route: 403. */
		ROLE,

		/** The order or import is another's: 404, or 409 for the number of an order. */
		ORDER,

		/** The customer is another's: 403. */
		CUSTOMER,

		/** The role may, but not this user, such as approve their own order: 403. */
		USER;

		/**
		 * Why something was refused.
		 * @param code a refusal that is kept
		 * @return the reason
		 */
		public static Reason of(RefusalCode code) {
			if (code == ForeignOrder.CUSTOMER_NOT_YOURS) {
				return CUSTOMER;
			}
			return (code.kind() == RefusalCode.Kind.FORBIDDEN) ? USER : ORDER;
		}

	}

}
