package io.gendan.order;

import io.gendan.messaging.privacy.Erasure;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerStage;
import io.gendan.order.customer.ErasureActivity;
import io.gendan.order.product.ProductStage;
import io.gendan.stage.Activity;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the domain its settings. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

	@Bean
	OrderPolicy orderPolicy(Environment environment) {
		return Binder.get(environment).bind("gendan.order", OrderPolicy.class).get();
	}

	@Bean
	OrderStage orderStage(OrderPolicy policy) {
		return new OrderStage(policy);
	}

	@Bean
	ProductStage productStage(OrderPolicy policy) {
		return new ProductStage(policy);
	}

	@Bean
	CustomerStage customerStage(OrderPolicy policy) {
		return new CustomerStage(policy);
	}

	@Bean
	Activity<Customer, CustomerCommand> customerErasure(Erasure erasure) {
		return new ErasureActivity(erasure);
	}

}
