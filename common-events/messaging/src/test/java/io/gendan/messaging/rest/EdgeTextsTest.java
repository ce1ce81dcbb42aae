package io.gendan.messaging.rest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.gendan.messaging.ForeignOrder;
import io.gendan.messaging.GatewayRefusal;
import io.gendan.stage.FieldRefusal;
import io.gendan.stage.RefusalCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the edge answers stands there in both languages. */
class EdgeTextsTest {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

	private static final Pattern CODE = Pattern.compile("\"([A-Z]{3,}(?:_[A-Z0-9]+)*)\"");

	private final Properties english = load("edge_problems_en.properties");

	private final Properties chinese = load("edge_problems_zh.properties");

	@Test
	void bothLanguagesSayTheSame() {
		assertThat(this.chinese.keySet()).isEqualTo(this.english.keySet());
		this.english.forEach((code, text) -> {
			String chineseText = this.chinese.getProperty((String) code);
			assertThat(chineseText).as("Chinese text of %s", code).containsPattern("\\p{IsHan}");
			assertThat(placeholders(chineseText)).as("facts named by %s", code).isEqualTo(placeholders((String) text));
		});
	}

	@Test
	void everyCodeHasATextAndEveryTextACode() {
		Set<String> codes = new TreeSet<>();
		Stream
			.<RefusalCode[]>of(EdgeRefusal.values(), GatewayRefusal.values(), ForeignOrder.values(),
					DeadLetterRefusal.values(), ReplayRefusal.values(), FieldRefusal.values())
			.flatMap(Arrays::stream)
			.map(RefusalCode::name)
			.forEach(codes::add);
		codes.addAll(codesInTheSource());
		assertThat(this.english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes);
	}

	private static Set<String> codesInTheSource() {
		Set<String> codes = new TreeSet<>();
		for (String file : new String[] { "Problems", "ProblemAdvice", "UnreadableBody", "AccessProblems" }) {
			CODE.matcher(source(file)).results().map((match) -> match.group(1)).forEach(codes::add);
		}
		return codes;
	}

	private static String source(String name) {
		try {
			return Files.readString(Path.of("src/main/java/io/gendan/messaging/rest", name + ".java"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Properties load(String name) {
		try (Reader reader = new InputStreamReader(EdgeTextsTest.class.getResourceAsStream("/" + name),
				StandardCharsets.UTF_8)) {
			Properties texts = new Properties();
			texts.load(reader);
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
