package io.gendan.messaging.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The texts of all problems: the web server's, the starter's and the service's, English
 * and Chinese.
 */
public final class ProblemTexts {

	private final Map<String, Properties> texts = Map.of("en", load("en"), "zh", load("zh"));

	/**
	 * The texts of a code.
	 * @param code stable reason
	 * @param facts values of the placeholders
	 * @return language to text; the code itself where no text stands
	 */
	public Map<String, String> of(String code, Map<String, Object> facts) {
		return Map.of("en", text("en", code, facts), "zh", text("zh", code, facts));
	}

	/**
	 * The language a caller reads.
	 * @param locale locale of the request
	 * @return {@code zh} for any Chinese, else {@code en}
	 */
	public static String language(Locale locale) {
		return "zh".equals(locale.getLanguage()) ? "zh" : "en";
	}

	private String text(String language, String code, Map<String, Object> facts) {
		String text = this.texts.getOrDefault(language, new Properties()).getProperty(code, code);
		for (Map.Entry<String, Object> fact : facts.entrySet()) {
			text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
		}
		return text;
	}

	private static Properties load(String language) {
		Properties texts = new Properties();
		for (String file : new String[] { "webserver_problems_", "edge_problems_", "problems_" }) {
			ClassLoader loader = ProblemTexts.class.getClassLoader();
			try (InputStream stream = loader.getResourceAsStream(file + language + ".properties")) {
				if (stream != null) {
					texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return texts;
	}

}
