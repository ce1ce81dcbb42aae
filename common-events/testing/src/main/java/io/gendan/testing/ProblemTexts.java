package io.gendan.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.gendan.stage.RefusalCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every refusal speaks both languages. */
public final class ProblemTexts {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

	private ProblemTexts() {
	}

	/**
	 * Checks that the texts of all codes are there in both languages and name the same
	 * facts.
	 * @param codes all constants of a refusal enum
	 */
	public static void assertComplete(RefusalCode... codes) {
		Properties english = load("problems_en.properties");
		Properties chinese = load("problems_zh.properties");
		for (RefusalCode code : codes) {
			String en = english.getProperty(code.name(), "");
			String zh = chinese.getProperty(code.name(), "");
			assertThat(en).as("English text of %s", code.name()).isNotBlank();
			assertThat(zh).as("Chinese text of %s", code.name()).containsPattern("\\p{IsHan}");
			assertThat(placeholders(zh)).as("facts named by %s", code.name()).isEqualTo(placeholders(en));
		}
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties load(String name) {
		ClassLoader loader = Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
		try (Reader reader = new InputStreamReader(
				Objects.requireNonNull(loader.getResourceAsStream(name), name + " is missing"),
				StandardCharsets.UTF_8)) {
			Properties texts = new Properties();
			texts.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
