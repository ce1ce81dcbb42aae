package io.gendan.local.edge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts gateway and identity provider on one port. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EdgeApplication {

	/**
	 * Starts the process.
	 * @param arguments settings as {@code --name=value}
	 */
	public static void main(String[] arguments) {
		// An idle connection must be gone before the service closes it at 20 s, or a
		// request would fail on it.
		System.setProperty("jdk.httpclient.keepalive.timeout", "15");
		SpringApplication.run(EdgeApplication.class, arguments);
	}

}
