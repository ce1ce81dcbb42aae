package io.gendan.messaging.rest;

import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.budget.SharedGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the bodies that are held at once, from before they are read until they are
 * answered, and those of one caller among them. A body of unknown length counts as the
 * largest. Files of uploads lie on disk and do not count.
 */
final class BodyTurns implements HandlerInterceptor {

	private static final String ENTERED = BodyTurns.class.getName();

	private final SharedGate gate;

	private final long limit;

	/**
	 * Turns for bodies.
	 * @param gate where they wait
	 * @param limit bytes of a body at the most
	 */
	BodyTurns(SharedGate gate, long limit) {
		this.gate = gate;
		this.limit = limit;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws BodyLimit.ExceededException {
		long bytes = bytes(request);
		if (bytes > this.limit) {
			throw BodyLimit.ExceededException.larger(this.limit);
		}
		if (bytes > 0) {
			Authentication caller = SecurityContextHolder.getContext().getAuthentication();
			request.setAttribute(ENTERED,
					this.gate.enter((caller != null) ? caller.getName() : RefusedAttempt.NOBODY, bytes));
		}
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(ENTERED) instanceof SharedGate.Pass entered) {
			request.removeAttribute(ENTERED);
			this.gate.leave(entered);
		}
	}

	private long bytes(HttpServletRequest request) {
		if (BodyLimit.isUpload(request)) {
			return 0;
		}
		long announced = request.getContentLengthLong();
		if (announced >= 0) {
			return announced;
		}
		return (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) ? this.limit : 0;
	}

}
