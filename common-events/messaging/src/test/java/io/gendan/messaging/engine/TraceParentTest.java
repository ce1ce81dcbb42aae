package io.gendan.messaging.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The trace goes on, the span is a new one. */
class TraceParentTest {

	private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

	@Test
	void aChildHasTheTraceAndTheFlagsOfItsParent() {
		String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
		String child = TraceParent.childOf(parent);
		assertThat(child).matches(FORM)
			.startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
			.endsWith("-00")
			.isNotEqualTo(parent);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "nonsense", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01" })
	void withoutAUsableParentATraceBegins(String parent) {
		String child = TraceParent.childOf(parent);
		assertThat(child).matches(FORM).doesNotStartWith("00-0000000000000000000000000000000");
		assertThat(TraceParent.childOf(parent)).isNotEqualTo(child);
	}

}
