package io.gendan.messaging.autoconfigure;

import java.time.Duration;

import io.gendan.messaging.budget.ByteGate;
import io.gendan.messaging.rest.EdgeConfiguration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The REST edge: roles, problem details, calls. */
@AutoConfiguration(after = MessagingAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@Import(EdgeConfiguration.class)
class EdgeAutoConfiguration {

	@Bean
	ByteGate bodyGate(MessagingSettings settings, @Value("${gendan.http.body-wait:5s}") Duration patience) {
		return new ByteGate(settings.memory().bodiesBudget(), patience);
	}

}
