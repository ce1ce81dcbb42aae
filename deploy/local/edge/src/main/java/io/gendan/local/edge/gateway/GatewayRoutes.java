package io.gendan.local.edge.gateway;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;

import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

/**
 * Every service by the paths it owns, and as {@code /services/{name}/**} for what all of
 * them have: health, API description, dead letters.
 */
@Configuration(proxyBeanMethods = false)
class GatewayRoutes {

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
		var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(settings.connectTimeout())
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();
		var factory = new JdkClientHttpRequestFactory(client);
		factory.setReadTimeout(settings.answerTimeout());
		factory.enableCompression(false);
		return factory;
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
		return RouterFunctions.route()
			.route(RequestPredicates.path("/services/" + name + "/**"), http())
			.before(BeforeFilterFunctions.stripPrefix(2))
			.before(BeforeFilterFunctions.uri(target.uri()))
			.filter((request, next) -> unavailable.guard(name, request, next))
			.build();
	}

}
