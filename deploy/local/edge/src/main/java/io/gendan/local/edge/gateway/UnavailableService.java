package io.gendan.local.edge.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Says in both languages that a service does not answer, in the same shape as the
 * services' own problem details.
 */
@Component
class UnavailableService {

	private static final Logger log = LoggerFactory.getLogger(UnavailableService.class);

	private static final String CODE = "SERVICE_UNAVAILABLE";

	ServerResponse guard(String service, ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		try {
			return next.handle(request);
		}
		catch (ResourceAccessException | IOException ex) {
			log.warn("{} {}: {}-service does not answer ({})", request.method(), request.path(), service,
					ex.getMessage());
			return problem(service, request);
		}
	}

	private static ServerResponse problem(String service, ServerRequest request) {
		var english = "The %s service does not answer at the moment. Please try again shortly.".formatted(service);
		var chinese = "服务 %s 暂时无法响应，请稍后重试。".formatted(service);
		var problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
		problem.setType(URI.create("urn:gendan:problem:" + CODE));
		problem.setDetail(readsChinese(request) ? chinese : english);
		problem.setProperty("code", CODE);
		problem.setProperty("messages", Map.of("en", english, "zh", chinese));
		problem.setProperty("facts", Map.of("service", service));
		return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.header("Retry-After", "2")
			.body(problem);
	}

	private static boolean readsChinese(ServerRequest request) {
		return "zh".equals(request.servletRequest().getLocale().getLanguage());
	}

}
