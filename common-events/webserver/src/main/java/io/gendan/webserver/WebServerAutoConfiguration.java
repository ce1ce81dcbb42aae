package io.gendan.webserver;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * An identifier may hold any character that can be seen, and stands percent-encoded in an
 * address; whatever the server refuses by itself is a problem detail.
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@Import(ServerAnswers.class)
class WebServerAutoConfiguration {

	@Bean
	HttpFirewall gendanFirewall() {
		return new AddressFirewall();
	}

}
