package io.gendan.contract;

/**
 * Who did something: a person by role and user id, or the policy that acted by itself
 * (X-3).
 *
 * @param role the role the person acted in, or {@value #POLICY}
 * @param id user id, or the name of the policy
 */
public record Actor(String role, String id) {

	/** The role of everything that no person did. */
	public static final String POLICY = "policy";

	/**
	 * A policy of the system.
	 * @param name name of the policy
	 * @return an actor
	 */
	public static Actor policy(String name) {
		return new Actor(POLICY, name);
	}

	/**
	 * Reads what {@link #toString()} wrote.
	 * @param text {@code role/id}
	 * @return the actor
	 * @throws IllegalArgumentException if there is no role or no id in the text
	 */
	public static Actor parse(String text) {
		int slash = text.indexOf('/');
		if (slash < 1 || slash == text.length() - 1) {
			throw new IllegalArgumentException("An actor is written role/id, not '%s'".formatted(text));
		}
		return new Actor(text.substring(0, slash), text.substring(slash + 1));
	}

	@Override
	public String toString() {
		return this.role + "/" + this.id;
	}

}
