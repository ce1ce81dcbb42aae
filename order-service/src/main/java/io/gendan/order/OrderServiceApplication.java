package io.gendan.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts order-service. */
@SpringBootApplication
public class OrderServiceApplication {

	/**
	 * Starts the service.
	 * @param args settings as {@code --name=value}
	 */
	public static void main(String[] args) {
		SpringApplication.run(OrderServiceApplication.class, args);
	}

}
