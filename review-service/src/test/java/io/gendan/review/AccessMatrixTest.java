package io.gendan.review;

import io.gendan.testing.AccessMatrix;
import io.gendan.testing.GendanIntegrationTest;
import io.gendan.testing.TestSystem;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

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

}
