package io.gendan.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** GB 32100-2015 (ORD-1). */
class SocialCreditCodeTest {

	@ParameterizedTest
	@ValueSource(strings = { "91330100799655058B", "91350100M000100Y43" })
	void publishedCodesAreValid(String code) {
		assertThat(SocialCreditCode.valid(code)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "91330100799655058C", "9133010079965505", "91330100799655058b", "I1330100799655058B",
			"91330100799655058BB", "" })
	void othersAreNot(String code) {
		assertThat(SocialCreditCode.valid(code)).isFalse();
	}

	@Test
	void everySingleWrongCharacterShows() {
		String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
		StringBuilder code = new StringBuilder("91330100799655058B");
		for (int place = 0; place < code.length(); place++) {
			char right = code.charAt(place);
			for (char wrong : alphabet.toCharArray()) {
				code.setCharAt(place, wrong);
				assertThat(SocialCreditCode.valid(code.toString())).isEqualTo(wrong == right);
			}
			code.setCharAt(place, right);
		}
	}

}
