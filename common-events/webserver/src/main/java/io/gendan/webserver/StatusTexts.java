package io.gendan.webserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import org.springframework.http.HttpStatus;

/** What a status means to the person who gets it, by language. */
final class StatusTexts {

	private final Properties english = load("en");

	private final Properties chinese = load("zh");

	Map<String, String> of(int status) {
		return Map.of("en", text(this.english, status), "zh", text(this.chinese, status));
	}

	private static String text(Properties texts, int status) {
		HttpStatus family = (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) ? HttpStatus.BAD_REQUEST
				: HttpStatus.INTERNAL_SERVER_ERROR;
		return texts.getProperty("HTTP_" + status, texts.getProperty("HTTP_" + family.value(), ""));
	}

	private static Properties load(String language) {
		String file = "/webserver_problems_%s.properties".formatted(language);
		try (InputStream stream = Objects.requireNonNull(StatusTexts.class.getResourceAsStream(file), file)) {
			Properties texts = new Properties();
			texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
