package io.gendan.order.entry;

import io.gendan.messaging.StageGateway;
import io.gendan.order.EntryRules;
import io.gendan.order.OrderPolicy;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives order entry its registers and rules. */
@Configuration(proxyBeanMethods = false)
class EntryConfiguration {

	@Bean
	Registers registers(StageGateway<Customer, CustomerCommand> customers,
			StageGateway<Product, ProductCommand> products, OrderPolicy policy, Environment environment) {
		return new Registers(customers, products, rules(environment, "gendan.order"),
				rules(environment, "gendan.imports"), policy);
	}

	static EntryRules rules(Environment environment, String way) {
		return Binder.get(environment).bind(way, EntryRules.class).get();
	}

}
