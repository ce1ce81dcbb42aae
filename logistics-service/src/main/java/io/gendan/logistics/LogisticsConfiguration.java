package io.gendan.logistics;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Wires the stage. Policies are read from the settings as they stand in the domain, so
 * that the domain needs no framework.
 */
@Configuration(proxyBeanMethods = false)
class LogisticsConfiguration {

	@Bean
	ReportPolicy reportPolicy(Environment environment) {
		return Binder.get(environment).bind("gendan.logistics.reports", ReportPolicy.class).get();
	}

	@Bean
	LogisticsStage logisticsStage(ReportPolicy policy, DispatchPolicy dispatch) {
		return new LogisticsStage(policy, dispatch);
	}

}
