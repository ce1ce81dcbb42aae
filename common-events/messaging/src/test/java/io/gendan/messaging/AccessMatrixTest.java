package io.gendan.messaging;

import io.gendan.testing.AccessMatrix;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route is for those the approved matrix names, on the orders that are theirs. */
@GendanIntegrationTest
class AccessMatrixTest {

	@Autowired
	TestSystem system;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping routes;

	@Test
	void everyRouteIsForWhomTheMatrixSays() {
		AccessMatrix.check(this.system, this.routes);
	}

	@Test
	void aRouteThatDoesNotSayForWhomItIsIsForNobody() {
		assertThat(this.system.as("chen", "general-manager", "auditor").get("/api/small/forgotten").status())
			.isEqualTo(403);
	}

}
