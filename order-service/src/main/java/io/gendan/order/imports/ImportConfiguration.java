package io.gendan.order.imports;

import java.time.Clock;

import io.gendan.messaging.privacy.Forgetful;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives imports their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportConfiguration {

	private static final int AT_ONCE = 100;

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
