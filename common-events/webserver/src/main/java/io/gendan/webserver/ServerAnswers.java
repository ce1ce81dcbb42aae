package io.gendan.webserver;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What holds for every server of a process: that of the API and that of the actuator. */
@Configuration(proxyBeanMethods = false)
class ServerAnswers {

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
	@Order(Ordered.HIGHEST_PRECEDENCE)
	UnreadableParameters unreadableParameters() {
		return new UnreadableParameters();
	}

}
