package io.gendan.aftersales;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts aftersales-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class AftersalesServiceApplication {

	/**
	 * Starts it.
	 * @param arguments settings, such as {@code --server.port=8086}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(AftersalesServiceApplication.class, arguments);
	}

}
