package io.gendan.messaging.autoconfigure;

import java.time.Duration;

import io.gendan.messaging.budget.SharedGate;
import io.gendan.messaging.rest.EdgeConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** The REST edge: roles, problem details, calls. */
@AutoConfiguration(after = MessagingAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@Import(EdgeConfiguration.class)
class EdgeAutoConfiguration {

	@Bean
	SharedGate bodyGate(MessagingSettings settings, @Value("${gendan.http.max-body:2MB}") DataSize limit,
			@Value("${gendan.http.body-wait:5s}") Duration patience) {
		return new SharedGate(settings.memory().bodiesBudget(), limit.toBytes(), patience);
	}

}
