package io.gendan.messaging.rest;

import java.io.IOException;

import io.gendan.messaging.access.RefusedAttempt;
import io.gendan.messaging.budget.SharedGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Bounds the bodies that are held at once, from before they are read until they are
 * answered, and those of one caller among them. A body of unknown length counts as the
 * largest as soon as it has shown to be more than a beginning. Files of uploads lie on
 * disk and do not count.
 */
final class BodyTurns implements HandlerInterceptor {

	private static final String ENTERED = BodyTurns.class.getName();

	/**
	 * So much of a body of unknown length is read before it counts as a large one: no
	 * more than its connection takes.
	 */
	private static final int BEGINNING = 8 * 1024;

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
			throws IOException {
		long announced = BodyLimit.isUpload(request) ? 0 : request.getContentLengthLong();
		if (announced > this.limit) {
			throw BodyLimit.ExceededException.larger(this.limit);
		}
		if (announced > 0) {
			enter(request, announced);
		}
		else if (announced < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
			enterUnannounced(request);
		}
		return true;
	}

	/**
	 * What passes through a gateway often comes without its length: most of it is small,
	 * and must not wait for the room of a large one.
	 */
	private void enterUnannounced(HttpServletRequest request) throws IOException {
		enter(request, BEGINNING);
		boolean small = false;
		try {
			small = endsWithinBeginning(request);
		}
		finally {
			if (!small) {
				leave(request);
			}
		}
		if (!small) {
			// Not on top of the beginning: two who hold one and want more would wait for
			// each other.
			enter(request, this.limit);
		}
	}

	private static boolean endsWithinBeginning(HttpServletRequest request) throws IOException {
		try {
			return BodyLimit.endsWithin(request, BEGINNING);
		}
		catch (BodyLimit.ExceededException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new HttpMessageNotReadableException("The body has broken off", ex,
					new ServletServerHttpRequest(request));
		}
	}

	private void enter(HttpServletRequest request, long bytes) {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		request.setAttribute(ENTERED,
				this.gate.enter((caller != null) ? caller.getName() : RefusedAttempt.NOBODY, bytes));
	}

	private void leave(HttpServletRequest request) {
		if (request.getAttribute(ENTERED) instanceof SharedGate.Pass entered) {
			request.removeAttribute(ENTERED);
			this.gate.leave(entered);
		}
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception failure) {
		leave(request);
	}

}
