package io.gendan.webserver;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;

import org.springframework.web.filter.OncePerRequestFilter;

/** A query that cannot be decoded is its sender's mistake, wherever it is noticed. */
final class UnreadableParameters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			if (request.getQueryString() != null && request.getContentType() == null) {
				request.getParameterMap();
			}
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

}
