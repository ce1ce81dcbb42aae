package io.gendan.order.imports;

import java.time.Clock;

import io.gendan.messaging.StageGateway;
import io.gendan.messaging.privacy.Forgetful;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.order.customer.Customer;
import io.gendan.order.customer.CustomerCommand;
import io.gendan.order.customer.CustomerStage;
import io.gendan.order.product.Product;
import io.gendan.order.product.ProductCommand;
import io.gendan.order.product.ProductStage;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives imports their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

	private static final int AT_ONCE = 100;

	@Bean
	ImportBatch customerBatch(StageGateway<Customer, CustomerCommand> gateway, CustomerStage stage,
			ImportSettings settings, Clock clock, Sealing sealing) {
		return new RegisterBatch<>(new CustomerRegister(), gateway, stage, settings, clock, sealing);
	}

	@Bean
	ImportBatch productBatch(StageGateway<Product, ProductCommand> gateway, ProductStage stage, ImportSettings settings,
			Clock clock, Sealing sealing) {
		return new RegisterBatch<>(new ProductRegister(), gateway, stage, settings, clock, sealing);
	}

	/** Nobody can say whose names stand in a file, so those of all ended imports go. */
	@Bean
	Forgetful forgetfulImports(ImportStore store, Clock clock) {
		return (customer) -> {
			int removed = AT_ONCE;
			while (removed == AT_ONCE) {
				removed = store.removeFiles(clock.instant(), AT_ONCE);
			}
		};
	}

}
