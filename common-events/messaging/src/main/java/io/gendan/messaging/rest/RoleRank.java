package io.gendan.messaging.rest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * In which of several roles somebody acts: the one that may decide most, whatever the
 * order of the roles in the token.
 */
final class RoleRank {

	private static final List<String> RANKS = List.of("general-manager", "sales-manager", "merchandiser", "finance",
			"production", "warehouse", "logistics", "service", "salesperson", "operator", TokenClaims.INTEGRATION,
			"auditor", "customer");

	private RoleRank() {
	}

	/**
	 * The highest role; one that is not known here comes after all others.
	 * @param roles at least one
	 * @return one of them
	 */
	static String highest(Collection<String> roles) {
		return roles.stream()
			.min(Comparator.comparingInt(RoleRank::rank).thenComparing(Comparator.naturalOrder()))
			.orElseThrow();
	}

	private static int rank(String role) {
		int rank = RANKS.indexOf(role);
		return (rank >= 0) ? rank : RANKS.size();
	}

}
