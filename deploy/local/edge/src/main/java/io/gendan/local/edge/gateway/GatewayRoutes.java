package io.gendan.local.edge.gateway;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

/**
 * Every service by the paths it owns, and as {@code /services/{name}/**} for what all of
 * them have: readiness, API description, dead letters. What is for operators leads
 * nowhere from here, wherever a service has its actuator.
 */
@Configuration(proxyBeanMethods = false)
class GatewayRoutes {

	private static final int CONNECTIONS = 256;

	@Bean
	RouterFunction<ServerResponse> routes(GatewaySettings settings, UnavailableService unavailable) {
		var routes = RouterFunctions.route();
		settings.services().forEach((name, target) -> {
			routes.add(owned(target, unavailable, name));
			routes.add(byName(target, unavailable, name));
		});
		return routes.build();
	}

	@Bean
	ClientHttpRequestFactory gatewayClient(GatewaySettings settings) {
		var connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnPerRoute(CONNECTIONS)
			.setMaxConnTotal(CONNECTIONS * settings.services().size())
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(Timeout.of(settings.connectTimeout()))
				.setSocketTimeout(Timeout.of(settings.answerTimeout()))
				.setValidateAfterInactivity(TimeValue.ofSeconds(1))
				.build())
			.build();
		return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
			.setConnectionManager(connections)
			.setDefaultRequestConfig(
					RequestConfig.custom().setConnectionRequestTimeout(Timeout.of(settings.answerTimeout())).build())
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.disableAuthCaching()
			.build());
	}

	private static RouterFunction<ServerResponse> owned(GatewaySettings.Target target, UnavailableService unavailable,
			String name) {
		RequestPredicate anyPath = target.paths()
			.stream()
			.map(RequestPredicates::path)
			.reduce(RequestPredicate::or)
			.orElseThrow(() -> new IllegalStateException("no paths lead to " + name));
		return RouterFunctions.route()
			.route(anyPath, http())
			.before(BeforeFilterFunctions.uri(target.uri()))
			.filter((request, next) -> unavailable.guard(name, request, next))
			.build();
	}

	private static RouterFunction<ServerResponse> byName(GatewaySettings.Target target, UnavailableService unavailable,
			String name) {
		RequestPredicate operators = RequestPredicates.path("/services/" + name + "/actuator/**");
		return RouterFunctions.route()
			.route(RequestPredicates.path("/services/" + name + "/**").and(operators.negate()), http())
			.before(BeforeFilterFunctions.stripPrefix(2))
			.before(BeforeFilterFunctions.uri(target.uri()))
			.filter((request, next) -> unavailable.guard(name, request, next))
			.build();
	}

}
