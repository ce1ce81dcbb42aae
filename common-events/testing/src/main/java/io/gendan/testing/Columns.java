package io.gendan.testing;

import io.gendan.stage.Stage;

import static org.assertj.core.api.Assertions.assertThat;

/** What lists show must have been declared, or nobody could filter by it. */
final class Columns {

	private Columns() {
	}

	static <S> void assertDeclared(Stage<S, ?, ?> stage, S state) {
		stage.summary(state)
			.forEach((name, value) -> assertThat(stage.columns()).as("columns that take %s = %s", name, value)
				.anyMatch((column) -> column.name().equals(name) && column.takes(String.valueOf(value))));
	}

}
