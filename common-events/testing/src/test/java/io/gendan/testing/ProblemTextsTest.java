package io.gendan.testing;

import io.gendan.stage.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The check of the texts finds what is missing. */
class ProblemTextsTest {

	@Test
	void whatIsWellSaidPasses() {
		assertThatCode(() -> ProblemTexts.assertComplete(Code.WELL_SAID)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL_SAID")
	void whatIsNotIsFound(Code code) {
		assertThatThrownBy(() -> ProblemTexts.assertComplete(Code.WELL_SAID, code)).isInstanceOf(AssertionError.class)
			.hasMessageContaining(code.name());
	}

	/** Codes with texts, good and bad. */
	private enum Code implements RefusalCode {

		WELL_SAID, NOT_IN_CHINESE, OTHER_FACTS, BLANK, NOWHERE;

		@Override
		public Kind kind() {
			return Kind.CONFLICT;
		}

	}

}
