package io.gendan.fulfillment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts fulfillment-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class FulfillmentServiceApplication {

	/**
	 * Starts it.
	 * @param arguments settings, such as {@code --server.port=8083}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(FulfillmentServiceApplication.class, arguments);
	}

}
