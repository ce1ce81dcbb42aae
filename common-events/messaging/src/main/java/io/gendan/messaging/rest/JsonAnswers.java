package io.gendan.messaging.rest;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses who does not take JSON before anything is done for them; found out only when
 * the answer is written, the command would have been carried out. A route that answers
 * something else declares what.
 */
final class JsonAnswers implements HandlerInterceptor {

	private static final List<MediaType> OURS = List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

	private final HeaderContentNegotiationStrategy accept = new HeaderContentNegotiationStrategy();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotAcceptableException {
		if (handler instanceof HandlerMethod route && Admission.isOurs(route) && !asksForFile(request)
				&& request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) == null
				&& this.accept.resolveMediaTypes(new ServletWebRequest(request))
					.stream()
					.noneMatch(JsonAnswers::taken)) {
			throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
		}
		return true;
	}

	/** The parameters of a POST would be looked for in its body. */
	private static boolean asksForFile(HttpServletRequest request) {
		return request.getMethod().equals(HttpMethod.GET.name()) && request.getParameter(ListQueries.FORMAT) != null;
	}

	private static boolean taken(MediaType accepted) {
		return accepted.getQualityValue() > 0 && OURS.stream().anyMatch(accepted::includes);
	}

}
