package io.gendan.webserver;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Says what the server itself refuses as a problem detail (RFC 9457) in both languages
 * in the form of the services' own, and nothing of the inside. Made by the server,
 * by its class name.
 */
public final class ProblemReport extends ErrorReportValve {

	private static final JsonMapper json = new JsonMapper();

	private final StatusTexts texts = new StatusTexts();

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		int status = response.getStatus();
		if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		byte[] problem = json.writeValueAsBytes(problem(status, request.getLocale()));
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setContentLength(problem.length);
			response.getOutputStream().write(problem);
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			getContainer().getLogger().debug("Whoever asked is gone", ex);
		}
	}

	private Map<String, Object> problem(int status, Locale locale) {
		HttpStatus known = HttpStatus.resolve(status);
		Map<String, String> messages = this.texts.of(status);
		String code = "HTTP_" + status;
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:gendan:problem:" + code);
		problem.put("title", (known != null) ? known.getReasonPhrase() : code);
		problem.put("status", status);
		problem.put("detail", messages.getOrDefault(locale.getLanguage(), messages.getOrDefault("en", code)));
		problem.put("code", code);
		problem.put("messages", messages);
		problem.put("facts", Map.of());
		problem.put("errors", List.of());
		return problem;
	}

}
