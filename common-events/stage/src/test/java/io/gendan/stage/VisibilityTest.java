package io.gendan.stage;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose orders are whose. */
class VisibilityTest {

	private static final Owner OWN = new Owner("K-7", "zhao");

	private static final Owner ENTERED = new Owner("K-9", "li");

	private static final Owner STRANGE = new Owner("K-9", "zhao");

	@Test
	void aCustomerOwnsWhatItsTokenNames() {
		Visibility lin = Visibility.of(Set.of("customer"), List.of("K-7"), "li");
		assertThat(lin.admits(OWN)).isTrue();
		assertThat(lin.admits(ENTERED)).as("entering makes no difference").isFalse();
		assertThat(lin.admits(STRANGE)).isFalse();
		assertThat(lin.serves("K-7")).isTrue();
		assertThat(lin.serves("K-9")).isFalse();
	}

	@Test
	void aSalespersonAlsoOwnsWhatTheyEntered() {
		Visibility li = Visibility.of(Set.of("salesperson"), List.of("K-7"), "li");
		assertThat(li.admits(OWN)).isTrue();
		assertThat(li.admits(ENTERED)).isTrue();
		assertThat(li.admits(STRANGE)).isFalse();
		assertThat(li.serves("K-9")).as("but gives them no other customer's").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer", "salesperson" })
	void nobodyOwnsAnythingByDefault(String role) {
		Visibility somebody = Visibility.of(Set.of(role), List.of(), "wang");
		assertThat(somebody.admits(OWN)).isFalse();
		assertThat(somebody.serves("K-7")).isFalse();
		assertThat(somebody.admits(null)).as("whose order is not known yet").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "customer", "salesperson" })
	void aPortalActsForAll(String role) {
		Visibility portal = Visibility.of(Set.of(role), List.of("K-1", "*"), "portal");
		assertThat(portal.admits(STRANGE)).isTrue();
		assertThat(portal.admits(null)).isTrue();
		assertThat(portal.serves("K-9")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "merchandiser", "sales-manager", "general-manager", "production", "warehouse", "logistics",
			"finance", "service", "auditor", "integration" })
	void theHouseWorksForAll(String role) {
		assertThat(Visibility.of(Set.of(role), List.of(), "sun").admits(STRANGE)).isTrue();
		assertThat(Visibility.of(Set.of("customer", role), List.of(), "sun").admits(STRANGE)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "operator", "none", "", "Customer" })
	void aRoleThatHasNothingToDoWithOrdersSeesNone(String role) {
		assertThat(Visibility.of(Set.of(role), List.of("*"), "li").admits(ENTERED)).isFalse();
	}

	@Test
	void oneCustomerMoreIsOneMore() {
		Visibility own = Visibility.of(Set.of("salesperson"), List.of("K-7"), "wang");
		assertThat(own.with("K-8")).isEqualTo(new Visibility(false, Set.of("K-7", "K-8"), "wang"));
		assertThat(own.with("K-7")).isSameAs(own);
		assertThat(Visibility.EVERYTHING.with("K-8")).isSameAs(Visibility.EVERYTHING);
	}

}
