package io.gendan.messaging.rest;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import io.gendan.messaging.StageGateway;
import io.micrometer.core.instrument.MeterRegistry;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Wires the edge of a service: everything needs a token but health, metrics and the
 * OpenAPI document.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@Import({ ProblemAdvice.class, DeadLetterController.class, ReplayController.class })
public class EdgeConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
	}

	@Bean
	Problems problems(MeterRegistry registry) {
		return new Problems(new ProblemTexts(), registry);
	}

	@Bean
	<S, C> StageEdge<S, C> stageEdge(StageGateway<S, C> gateway, Problems problems) {
		return new StageEdge<>(gateway, problems);
	}

	@Bean
	AccessProblems accessProblems(Problems problems, MeterRegistry registry, JsonMapper json) {
		return new AccessProblems(problems, registry, json);
	}

	@Bean
	@Order(0)
	BodyLimit bodyLimit(@Value("${gendan.http.max-body:2MB}") DataSize limit) {
		return new BodyLimit(limit.toBytes());
	}

	@Bean
	WebMvcConfigurer calls() {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new CallResolver());
			}

		};
	}

	@Bean
	SecurityFilterChain gendanSecurity(HttpSecurity http, AccessProblems access, JwtDecoder tokens) {
		return http.csrf((csrf) -> csrf.disable())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health/**", "/actuator/info", "/actuator/prometheus", "/v3/api-docs/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(access)
				.accessDeniedHandler(access)
				.jwt((jwt) -> jwt.decoder(new CheckedTokens(tokens, Clock.systemUTC()))
					.jwtAuthenticationConverter(roles())))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(access).accessDeniedHandler(access))
			.build();
	}

	private static JwtAuthenticationConverter roles() {
		Converter<Jwt, Collection<GrantedAuthority>> authorities = (jwt) -> {
			List<String> roles = jwt.getClaimAsStringList("roles");
			return (roles == null) ? List.of()
					: roles.stream()
						.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role))
						.toList();
		};
		JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter(authorities);
		return converter;
	}

}
