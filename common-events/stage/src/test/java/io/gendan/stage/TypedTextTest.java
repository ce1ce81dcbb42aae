package io.gendan.stage;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which texts are taken, and in which spelling. */
class TypedTextTest {

	private static final Pattern ESCAPE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			latin                        | Müller & Søn 12/7        | WORD PROSE CODE
			han                          | 杭州电机（集团）有限公司 | WORD PROSE CODE
			stock code                   | 100%;x=1 #7              | WORD PROSE CODE
			wide space in a code         | A\\u3000B                | WORD PROSE CODE
			variant of a han character   | \\u8FBB\\uDB40\\uDD00    | WORD PROSE
			emoji of several             | \\uD83D\\uDC69\\u200D\\uD83D\\uDD27 | WORD PROSE
			heart on fire                | \\u2764\\uFE0F\\u200D\\uD83D\\uDD25 | WORD PROSE
			Persian with a non-joiner    | \\u0645\\u06CC\\u200C\\u062E | WORD PROSE
			Devanagari with a joiner     | \\u0915\\u094D\\u200D\\u0937 | WORD PROSE
			left-to-right mark           | \\u05D0\\u200E1          | WORD PROSE
			soft hyphen                  | Ver\\u00ADsand           | WORD PROSE
			no-break space               | 10\\u00A0kg              | WORD PROSE
			private use                  | \\uE000 x                | WORD PROSE
			line break and tab           | a\\n\\tb                 | PROSE
			null                         | a\\u0000b                | ''
			escape                       | a\\u001Bb                | ''
			delete                       | a\\u007Fb                | ''
			next line                    | a\\u0085b                | ''
			line separator               | a\\u2028b                | ''
			paragraph separator          | a\\u2029b                | ''
			lone high surrogate          | a\\uD800b                | ''
			lone low surrogate           | a\\uDC00b                | ''
			surrogates the wrong way     | a\\uDC00\\uD800          | ''
			right-to-left override       | abc\\u202Ecod            | ''
			embedding                    | a\\u202Ab                | ''
			isolate                      | a\\u2066b\\u2069         | ''
			old direction control        | a\\u206Ab                | ''
			noncharacter                 | a\\uFFFFb                | ''
			unassigned                   | a\\u0378b                | ''
			tags                         | a\\uDB40\\uDC41          | ''
			annotation                   | a\\uFFF9b\\uFFFBc        | ''
			selector after nothing       | \\uFE0Fa                 | ''
			two selectors                | a\\uDB40\\uDD00\\uDB40\\uDD01 | ''
			zero width in a code         | K\\u200B100              | WORD PROSE
			byte order mark in a code    | K\\uFEFF100              | WORD PROSE
			word joiner in a code        | K\\u2060100              | WORD PROSE
			grapheme joiner in a code    | K\\u034F100              | WORD PROSE
			Hangul filler in a code      | K\\u3164100              | WORD PROSE
			only zero width              | \\u200B\\u200D           | ''
			only a byte order mark       | \\uFEFF                  | ''
			only a Hangul filler         | \\u3164                  | ''
			only a Braille blank         | \\u2800                  | ''
			only private use             | \\uE000                  | ''
			only an accent               | \\u0301                  | ''
			""")
	void takesWhatCanBeSeen(String what, String escaped, String forms) {
		String text = ESCAPE.matcher(escaped)
			.replaceAll((escape) -> Character.toString(Integer.parseInt(escape.group(1), 16)))
			.translateEscapes();
		String taken = Arrays.stream(TypedText.Form.values())
			.filter((form) -> TypedText.printable(text, form))
			.map(Enum::name)
			.collect(Collectors.joining(" "));
		assertThat(taken).as(what).isEqualTo(forms);
	}

	@Test
	void hasOneSpelling() {
		assertThat(TypedText.normal("\u00A0\u3000 \tCafe\u0301\u2003\r\n")).isEqualTo("Café");
		assertThat(TypedText.normal(" \u00A0\u3000\n")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0301", "\u0316\u0301", "\u0903", "\u20DD", "\u3099\uFF9E", "\uFF9F", "\uD834\uDD65" })
	void noMoreMarksStandInARowThanAnyoneWrites(String marks) {
		int count = marks.codePointCount(0, marks.length());
		String most = "a" + marks.repeat(30 / count);
		String piled = most + marks;
		assertThat(TypedText.printable(most + "b" + marks, TypedText.Form.CODE)).isTrue();
		assertThat(TypedText.printable(piled, TypedText.Form.CODE)).isFalse();
		assertThat(TypedText.printable(piled, TypedText.Form.PROSE)).isFalse();
	}

	/** Composed in the square of their number they would hold up everybody else. */
	@Test
	void marksInARowAreNotComposed() {
		String piled = "e" + "\u0301".repeat(2000) + "\u0316".repeat(2000);
		assertThat(TypedText.normal(piled)).isEqualTo(piled);
		assertThat(TypedText.composed(piled)).isEqualTo(piled);
		assertThat(TypedText.plain(piled)).isEqualTo(piled);
		String sound = "\uFF76" + ("\u0301".repeat(30) + "\uFF9E").repeat(100);
		assertThat(TypedText.plain(sound)).isEqualTo(sound);
		assertThat(TypedText.plain("e\u0301\uFF11\uFF76\uFF9E")).isEqualTo("\u00E91\u30AC");
	}

	@Test
	void aTextIsMeasuredBeforeItIsComposed() {
		FieldReader reader = new FieldReader();
		assertThat(reader.word("of four parts", " ".repeat(99) + "\u03B1\u0313\u0300\u0345".repeat(5), 5)).hasSize(5);
		assertThat(reader.clean()).isTrue();
		assertThat(reader.word("longer", "e\u0301".repeat(11), 5)).isNull();
		assertThat(reader.prose("piled", "a" + "\u0301".repeat(31), 100)).isNull();
		assertThat(reader.prose("mountain", "a" + "\u0301".repeat(50_000) + "\u0316".repeat(49_990), 1000)).isNull();
		assertThat(reader.faults()).extracting((fault) -> fault.field() + " " + fault.code().name())
			.containsExactly("longer TOO_LONG", "piled UNPRINTABLE", "mountain TOO_LONG");
	}

	@Test
	void tellsEveryFaultAtItsField() {
		FieldReader reader = new FieldReader();
		assertThat(reader.need("name", reader.word("name", " \u00A0 ", 5))).isEmpty();
		assertThat(reader.word("city", "abcdef", 5)).isNull();
		assertThat(reader.word("city two", "a\u202Ebcdef", 5)).isNull();
		assertThat(reader.need("code", reader.code("code", "K\u00A01", 5))).isEmpty();
		assertThat(reader.prose("huge", " ".repeat(100_001), 5)).isNull();
		assertThat(reader.word("emoji", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 3)).isNotNull();
		assertThat(reader.prose("remarks", " a\nb ", 5)).isEqualTo("a\nb");
		Map<String, String> told = new TreeMap<>();
		reader.faults().forEach((fault) -> told.merge(fault.field(), fault.code().name(), (a, b) -> a + "," + b));
		assertThat(told).isEqualTo(Map.of("name", "REQUIRED", "city", "TOO_LONG", "city two", "TOO_LONG,UNPRINTABLE",
				"code", "UNPRINTABLE", "huge", "TOO_LONG"));
	}

}
