package io.gendan.messaging.rest;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has several roles acts in the highest of them. */
class RoleRankTest {

	@Test
	void theOrderOfTheTokenDoesNotCount() {
		assertThat(RoleRank.highest(List.of("merchandiser", "sales-manager"))).isEqualTo("sales-manager");
		assertThat(RoleRank.highest(List.of("sales-manager", "merchandiser"))).isEqualTo("sales-manager");
		assertThat(RoleRank.highest(List.of("customer", "salesperson"))).isEqualTo("salesperson");
	}

	@Test
	void aRoleThatIsNotKnownComesLast() {
		assertThat(RoleRank.highest(List.of("apprentice", "customer"))).isEqualTo("customer");
		assertThat(RoleRank.highest(List.of("apprentice"))).isEqualTo("apprentice");
	}

}
