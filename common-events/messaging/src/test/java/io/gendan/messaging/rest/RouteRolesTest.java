package io.gendan.messaging.rest;

import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.security.access.prepost.PreAuthorize;

import static org.assertj.core.api.Assertions.assertThat;

/** A route is for those it names, and for nobody if it names nobody. */
class RouteRolesTest {

	@Test
	void rolesAndGrantsAreRead() {
		assertThat(of("one")).containsExactly("auditor");
		assertThat(of("many")).containsExactly("sales-manager", "general-manager", "receipts:book");
	}

	@Test
	void whatCannotBeReadIsForNobody() {
		assertThat(of("open")).isEmpty();
		assertThat(of("everybody")).isEmpty();
		assertThat(of("clever")).isEmpty();
	}

	private static Set<String> of(String route) {
		return new RouteRoles().of(Arrays.stream(Routes.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals(route))
			.findAny()
			.orElseThrow());
	}

	private static final class Routes {

		@PreAuthorize("hasRole('auditor')")
		void one() {
		}

		@PreAuthorize("hasAnyRole('sales-manager', 'general-manager') or hasAuthority('receipts:book')")
		void many() {
		}

		void open() {
		}

		@PreAuthorize("permitAll()")
		void everybody() {
		}

		@PreAuthorize("hasRole('auditor') or #order == 'x'")
		void clever() {
		}

	}

}
