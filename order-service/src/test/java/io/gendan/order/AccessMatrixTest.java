package io.gendan.order;

import java.time.LocalDate;

import io.gendan.testing.AccessMatrix;
import io.gendan.testing.Caller;
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

	private static final String ORDER = """
			{"number": "%s", "channel": "PHONE", "customer": {"id": "%s", "name": "客户 customer"},
			 "shipTo": {"country": "CN", "city": "杭州", "address": "文三路 1 号"}, "currency": "CNY",
			 "lines": [{"item": "P-1", "description": "电机", "quantity": "1", "unit": "pcs", "unitPrice": "12.50"}],
			 "requestedDelivery": "%s", "deliveryMethod": "ROAD", "paymentTerms": "PREPAID",
			 "invoice": {"kind": "ORDINARY", "title": "客户"}}""";

	@Autowired
	TestSystem system;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping routes;

	@Test
	void everyRouteIsForWhomTheMatrixSays() {
		Caller manager = this.system.as("matrix.elsewhere", "sales-manager");
		AccessMatrix.check(this.system, this.routes, (order, customer) -> assertThat(
				manager.post("/api/orders", ORDER.formatted(order, customer, LocalDate.now().plusMonths(1))).status())
			.isEqualTo(201));
	}

}
