package io.gendan.messaging.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

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
import org.springframework.web.util.WebUtils;

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
		chain.doFilter(new Limited(request, this.limit, this.time), response);
	}

	/**
	 * Whether a body ends within so many bytes. They are read for that, and kept for
	 * whoever reads the body.
	 * @param request a request that has come through this filter
	 * @param bytes how many
	 * @return false if there are more
	 * @throws IOException if the body breaks off, is too large or too slow
	 */
	static boolean endsWithin(HttpServletRequest request, int bytes) throws IOException {
		Limited limited = Objects.requireNonNull(WebUtils.getNativeRequest(request, Limited.class));
		return limited.getInputStream().ahead(bytes) < bytes;
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

	/** A request with a body of bounded length and duration. */
	private static final class Limited extends HttpServletRequestWrapper {

		private final long limit;

		private final Duration time;

		private @Nullable Counted body;

		Limited(HttpServletRequest request, long limit, Duration time) {
			super(request);
			this.limit = limit;
			this.time = time;
		}

		@Override
		public Counted getInputStream() throws IOException {
			Counted known = this.body;
			if (known == null) {
				known = new Counted(super.getInputStream(), this.limit, this.time);
				this.body = known;
			}
			return known;
		}

	}

	private static final class Counted extends ServletInputStream {

		private final ServletInputStream body;

		private final long limit;

		private final Duration time;

		private final long begun = System.nanoTime();

		private long read;

		private ByteArrayInputStream ahead = new ByteArrayInputStream(new byte[0]);

		Counted(ServletInputStream body, long limit, Duration time) {
			this.body = body;
			this.limit = limit;
			this.time = time;
		}

		/** Reads so many bytes before they are asked for, fewer if there are no more. */
		int ahead(int bytes) throws IOException {
			byte[] first = readNBytes(bytes);
			this.ahead = new ByteArrayInputStream(first);
			return first.length;
		}

		@Override
		public int read() throws IOException {
			if (this.ahead.available() > 0) {
				return this.ahead.read();
			}
			int octet = this.body.read();
			count((octet >= 0) ? 1 : 0);
			return octet;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			if (this.ahead.available() > 0) {
				return this.ahead.read(buffer, offset, length);
			}
			int octets = this.body.read(buffer, offset, length);
			count(octets);
			return octets;
		}

		@Override
		public boolean isFinished() {
			return this.ahead.available() == 0 && this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.ahead.available() > 0 || this.body.isReady();
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
