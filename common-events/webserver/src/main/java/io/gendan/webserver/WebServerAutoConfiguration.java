package io.gendan.webserver;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * An identifier may hold any character that can be seen, and stands percent-encoded in an
 * address; whatever the server refuses by itself is a problem detail.
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
class WebServerAutoConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> gendanWebServer() {
		return (factory) -> {
			factory.addConnectorCustomizers((connector) -> {
				connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
				connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
			});
			factory.addContextCustomizers((context) -> {
				if (context.getParent() instanceof StandardHost host) {
					host.setErrorReportValveClass(ProblemReport.class.getName());
				}
			});
		};
	}

	@Bean
	HttpFirewall gendanFirewall() {
		return new AddressFirewall();
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	UnreadableParameters unreadableParameters() {
		return new UnreadableParameters();
	}

}
