package io.gendan.review;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts review-service. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReviewServiceApplication {

	/**
	 * Starts it.
	 * @param arguments settings, such as {@code --server.port=8082}
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(ReviewServiceApplication.class, arguments);
	}

}
