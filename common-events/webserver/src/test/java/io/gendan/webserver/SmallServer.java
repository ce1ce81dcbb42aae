package io.gendan.webserver;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One address that says what it was asked for. */
@SpringBootApplication
class SmallServer {

	@Bean
	SecurityFilterChain open(HttpSecurity http) {
		return http.csrf((csrf) -> csrf.disable())
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	@RestController
	static class Things {

		@GetMapping(path = "/things/{name}", produces = "text/plain;charset=UTF-8")
		String show(@PathVariable String name) {
			return name;
		}

	}

}
