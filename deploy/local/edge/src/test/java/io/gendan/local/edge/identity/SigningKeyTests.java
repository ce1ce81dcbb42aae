package io.gendan.local.edge.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SigningKeyTests {

	@TempDir
	private Path directory;

	@Test
	void theKeyIsTheSameAfterARestart() {
		var file = this.directory.resolve("kept/key.json");
		var made = SigningKey.in(file);
		assertThat(made.isPrivate()).isTrue();
		assertThat(SigningKey.in(file)).isEqualTo(made);
		assertThat(SigningKey.in(this.directory.resolve("other.json"))).isNotEqualTo(made);
	}

	@Test
	void onlyItsOwnerMayReadTheFileAndNothingElseIsLeftBeside() throws Exception {
		var file = this.directory.resolve("key.json");
		SigningKey.in(file);
		assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ,
				PosixFilePermission.OWNER_WRITE);
		assertThat(this.directory).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void aFileThatIsNoKeyIsNamed() throws Exception {
		var file = Files.writeString(this.directory.resolve("key.json"), "{}");
		assertThatIllegalStateException().isThrownBy(() -> SigningKey.in(file)).withMessageContaining("key.json");
		assertThat(file).content().isEqualTo("{}");
	}

}
