package io.gendan.messaging.rest;

import java.io.OutputStream;
import java.lang.reflect.Type;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Tells the body that comes with an idempotency key from any other: by what it says, not
 * by its spaces or the order of its fields.
 */
@RestControllerAdvice
public final class Fingerprints extends RequestBodyAdviceAdapter {

	private static final String ATTRIBUTE = Fingerprints.class.getName();

	/** Of no body, and of one that says nothing. */
	private static final String NOTHING = new Fingerprints(new JsonMapper()).of(Map.of());

	private final JsonMapper json;

	Fingerprints(JsonMapper json) {
		this.json = json;
	}

	/**
	 * The fingerprint of what was read.
	 * @param body body of a request, or of one of its items
	 * @return its SHA-256 as hexadecimal digits
	 */
	String of(@Nullable Object body) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			this.json.writeValue(new DigestOutputStream(OutputStream.nullOutputStream(), digest), body);
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	static String read(NativeWebRequest request) {
		return (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof String known) ? known
				: NOTHING;
	}

	/** The items of a list have keys of their own. */
	@Override
	public boolean supports(MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		return parameter.getParameterType() != Bulk.class;
	}

	@Override
	public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converterType) {
		if (message.getHeaders().containsHeader(CallResolver.KEY)) {
			RequestContextHolder.currentRequestAttributes()
				.setAttribute(ATTRIBUTE, of(body), RequestAttributes.SCOPE_REQUEST);
		}
		return body;
	}

}
