package io.gendan.messaging.rest;

import io.gendan.messaging.budget.ByteGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the bodies that are held at once, from before they are read until they are
 * answered. A body of unknown length counts as the largest. Files of uploads lie on disk
 * and do not count.
 */
final class BodyTurns implements HandlerInterceptor {

	private static final String ENTERED = BodyTurns.class.getName();

	private final ByteGate gate;

	private final long limit;

	/**
	 * Turns for bodies.
	 * @param gate where they wait
	 * @param limit bytes of a body at the most
	 */
	BodyTurns(ByteGate gate, long limit) {
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
		request.setAttribute(ENTERED, this.gate.enter(bytes));
		return true;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		if (request.getAttribute(ENTERED) instanceof Integer entered) {
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
