package io.gendan.review;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Gives the domain its settings; a misspelled one stops the service at the start. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

	@Bean
	ReviewPolicy reviewPolicy(Environment environment) {
		return Binder.get(environment)
			.bind("gendan.review", Bindable.of(ReviewPolicy.class),
					new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
			.get();
	}

	@Bean
	ReviewStage reviewStage(ReviewPolicy policy) {
		return new ReviewStage(policy);
	}

}
