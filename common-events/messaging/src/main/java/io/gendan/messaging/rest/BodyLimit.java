package io.gendan.messaging.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No JSON body may be larger than the limit, whether its length is announced or not, or
 * take longer to arrive than its time, since it holds memory from its first byte on.
 * Uploads have a limit of their own.
 */
final class BodyLimit extends OncePerRequestFilter {

	private final long limit;

	private final Duration time;

	BodyLimit(long limit, Duration time) {
		this.limit = limit;
		this.time = time;
	}

	/**
	 * What a failure has to do with the limits.
	 * @param failure what was thrown, the reason among its causes
	 * @return the status it means, or null if it has another reason
	 */
	static @Nullable HttpStatus exceededBy(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ExceededException exceeded) {
				return exceeded.status;
			}
		}
		return null;
	}

	static boolean isUpload(HttpServletRequest request) {
		String type = request.getContentType();
		return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return isUpload(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new Counted(super.getInputStream(), BodyLimit.this.limit, BodyLimit.this.time);
			}

		}, response);
	}

	/** The body is larger than the limit, or too slow. */
	static final class ExceededException extends IOException {

		private final HttpStatus status;

		private ExceededException(HttpStatus status, String why) {
			super(why);
			this.status = status;
		}

		static ExceededException larger(long limit) {
			return new ExceededException(HttpStatus.CONTENT_TOO_LARGE,
					"The body is larger than %d bytes".formatted(limit));
		}

		static ExceededException slower(Duration time) {
			return new ExceededException(HttpStatus.REQUEST_TIMEOUT,
					"The body has not arrived within %s".formatted(time));
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private final Duration time;

		private final long begun = System.nanoTime();

		private long read;

		Counted(ServletInputStream body, long limit, Duration time) {
			this.body = body;
			this.limit = limit;
			this.time = time;
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
				throw ExceededException.larger(this.limit);
			}
			if (octets > 0 && System.nanoTime() - this.begun > this.time.toNanos()) {
				throw ExceededException.slower(this.time);
			}
		}

	}

}
