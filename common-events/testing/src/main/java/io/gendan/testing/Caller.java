package io.gendan.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the application as one user. */
public final class Caller {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	private final String base;

	private final @Nullable String token;

	Caller(String base, @Nullable String token) {
		this.base = base;
		this.token = token;
	}

	public Answer get(String path, String... headers) {
		return send(request(path, headers).GET());
	}

	/**
	 * Downloads a file.
	 * @param path path
	 * @return what came with status 200
	 */
	public byte[] download(String path) {
		try {
			HttpResponse<byte[]> response = HTTP.send(request(path).GET().build(),
					HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(path + " was answered with " + response.statusCode());
			}
			return response.body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Posts JSON.
	 * @param path path
	 * @param body a JSON text, or anything Jackson writes
	 * @param headers name, value, name, value …
	 * @return the answer
	 */
	public Answer post(String path, Object body, String... headers) {
		String json = (body instanceof String text) ? text : JSON.writeValueAsString(body);
		return postAs(path, "application/json", json, headers);
	}

	/**
	 * Posts anything.
	 * @param path path
	 * @param contentType what the body is said to be
	 * @param body the body
	 * @param headers name, value, name, value …
	 * @return the answer
	 */
	public Answer postAs(String path, String contentType, String body, String... headers) {
		return send(request(path, headers).header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/**
	 * Posts an upload.
	 * @param path path
	 * @param parts part name to content; a part named {@code file} is a file
	 * @return the answer
	 */
	public Answer upload(String path, Map<String, byte[]> parts) {
		MultipartBody body = MultipartBody.of(parts);
		return send(request(path).header("Content-Type", body.contentType())
			.POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path));
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return request;
	}

	private static Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers(), json(response.body()), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static JsonNode json(String body) {
		try {
			return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

}
