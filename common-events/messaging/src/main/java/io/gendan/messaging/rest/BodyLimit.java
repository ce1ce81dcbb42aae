package io.gendan.messaging.rest;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No JSON body may be larger than the limit, whether its length is announced or not.
 * Uploads have a limit of their own.
 */
final class BodyLimit extends OncePerRequestFilter {

	private final long limit;

	BodyLimit(long limit) {
		this.limit = limit;
	}

	static boolean exceededBy(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ExceededException) {
				return true;
			}
		}
		return false;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.startsWith("multipart/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new Counted(super.getInputStream(), BodyLimit.this.limit);
			}

		}, response);
	}

	/** The body is larger than the limit. */
	static final class ExceededException extends IOException {

		ExceededException(long limit) {
			super("The body is larger than %d bytes".formatted(limit));
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private long read;

		Counted(ServletInputStream body, long limit) {
			this.body = body;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int octet = this.body.read();
			count((octet >= 0) ? 1 : 0);
			return octet;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int octets = this.body.read(buffer, offset, length);
			count(octets);
			return octets;
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(@Nullable ReadListener listener) {
			this.body.setReadListener(listener);
		}

		private void count(int octets) throws IOException {
			this.read += Math.max(0, octets);
			if (this.read > this.limit) {
				throw new ExceededException(this.limit);
			}
		}

	}

}
