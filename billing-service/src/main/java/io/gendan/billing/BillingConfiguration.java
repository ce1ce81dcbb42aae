package io.gendan.billing;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires the stage. Policies are read from the settings as they stand in the domain, so
 * that the domain needs no framework.
 */
@Configuration(proxyBeanMethods = false)
class BillingConfiguration {

	@Bean
	BillingStage billingStage(Environment environment) {
		Binder settings = Binder.get(environment);
		return new BillingStage(settings.bind("gendan.billing.terms", TermsPolicy.class).get(),
				settings.bind("gendan.billing.tax", TaxPolicy.class).get(),
				settings.bind("gendan.billing.receipts", ReceiptPolicy.class).get(),
				settings.bind("gendan.billing.settlement", SettlementPolicy.class).get());
	}

}
