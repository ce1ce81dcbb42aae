package io.gendan.order.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

import io.gendan.contract.EventCodec;

import org.springframework.stereotype.Component;

/** What the events are called, in both languages. */
@Component
class EventTitles {

	private final Properties english = load("titles_en.properties");

	private final Properties chinese = load("titles_zh.properties");

	private final EventCodec codec;

	EventTitles(EventCodec codec) {
		this.codec = codec;
	}

	/**
	 * The title of an event type. An old version has the title of the one it is lifted
	 * to; a type that this version does not know keeps the name it has on the wire.
	 * @param type wire name with version
	 * @return the title
	 */
	Title of(String type) {
		String newest = this.codec.newest(type);
		return new Title(this.english.getProperty(newest, type), this.chinese.getProperty(newest, type));
	}

	private static Properties load(String name) {
		try (InputStream stream = Objects.requireNonNull(EventTitles.class.getResourceAsStream("/" + name))) {
			Properties titles = new Properties();
			titles.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
			return titles;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A title.
	 *
	 * @param en English
	 * @param zh Chinese
	 */
	record Title(String en, String zh) {
	}

}
