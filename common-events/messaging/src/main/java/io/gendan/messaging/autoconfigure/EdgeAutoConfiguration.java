package io.gendan.messaging.autoconfigure;

import io.gendan.messaging.rest.EdgeConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** The REST edge: roles, problem details, calls. */
@AutoConfiguration(after = MessagingAutoConfiguration.class,
		beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@Import(EdgeConfiguration.class)
class EdgeAutoConfiguration {

}
