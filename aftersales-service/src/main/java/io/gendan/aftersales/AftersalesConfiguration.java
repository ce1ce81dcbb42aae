package io.gendan.aftersales;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the domain its settings; a misspelled one stops the service at the start. */
@Configuration(proxyBeanMethods = false)
class AftersalesConfiguration {

	@Bean
	AftersalesPolicy aftersalesPolicy(Environment environment) {
		return Binder.get(environment)
			.bind("gendan.aftersales", Bindable.of(AftersalesPolicy.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
			.get();
	}

	@Bean
	AftersalesStage aftersalesStage(AftersalesPolicy policy) {
		return new AftersalesStage(policy);
	}

}
