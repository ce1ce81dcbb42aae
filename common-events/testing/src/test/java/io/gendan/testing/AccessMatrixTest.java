package io.gendan.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The matrix bites: nothing passes that has not been approved. */
class AccessMatrixTest {

	private static final String APPROVED = "GET /api/orders\n    own: auditor\n";

	@TempDir
	Path directory;

	@Test
	void whatIsApprovedPasses() {
		assertThatCode(() -> AccessMatrix.compare(APPROVED, approved())).doesNotThrowAnyException();
	}

	@Test
	void aRouteWithoutARowFails() {
		String planted = APPROVED + "POST /api/orders/{order}/erase\n    own: customer\n";
		assertThatThrownBy(() -> AccessMatrix.compare(planted, approved())).isInstanceOf(AssertionError.class)
			.hasMessageContaining("erase");
	}

	@Test
	void oneMoreRoleFails() {
		String planted = APPROVED.replace("auditor", "auditor, customer");
		assertThatThrownBy(() -> AccessMatrix.compare(planted, approved())).isInstanceOf(AssertionError.class);
	}

	@Test
	void nothingIsApprovedByItself() {
		assertThatThrownBy(() -> AccessMatrix.compare(APPROVED, this.directory.resolve("none.txt")))
			.isInstanceOf(AssertionError.class);
	}

	private Path approved() throws IOException {
		return Files.writeString(this.directory.resolve("approved.txt"), APPROVED);
	}

}
