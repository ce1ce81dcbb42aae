package io.gendan.messaging.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Reads key sets from files and over HTTP. */
final class KeyReader implements UnaryOperator<String> {

	private static final Duration ANSWER = Duration.ofSeconds(2);

	private static final int LARGEST = 256 * 1024;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER).build();

	/**
	 * Reads a location.
	 * @param location a file, or an address that begins with http
	 * @return what stands there
	 * @throws UncheckedIOException if it cannot be read
	 */
	@Override
	public String apply(String location) {
		try {
			return location.startsWith("http") ? get(URI.create(location)) : Files.readString(Path.of(location));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted before the keys were there", ex);
		}
	}

	private String get(URI address) throws IOException, InterruptedException {
		HttpResponse<String> response = this.http.send(HttpRequest.newBuilder(address).timeout(ANSWER).build(),
				HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LARGEST));
		if (response.statusCode() != 200) {
			throw new IOException("%s answers %d".formatted(address, response.statusCode()));
		}
		return response.body();
	}

}
