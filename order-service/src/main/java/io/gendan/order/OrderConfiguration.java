package io.gendan.order;

import io.gendan.order.product.ProductStage;

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

}
