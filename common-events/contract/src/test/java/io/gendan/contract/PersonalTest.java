package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalTest {

	private static final String REST = ".." + "a".repeat(16) + ".YWJj." + "b".repeat(22);

	@Test
	void aTextOfAPersonIsNeverShown() {
		assertThat(Personal.of("王芳")).hasToString("(personal)");
	}

	@Test
	void whatIsSealedTellsItsKey() {
		Personal sealed = Personal.read(header("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"C-1#order\"}") + REST);
		assertThat(sealed.isSealed()).isTrue();
		assertThat(sealed.keyId()).isEqualTo("C-1#order");
	}

	@Test
	void whatIsTypedIsInClearWhateverItLooksLike() {
		assertThat(Personal.of(header("{\"kid\":\"x\"}") + REST).isSealed()).isFalse();
	}

	@Test
	void whatOnlyLooksLikeAJweIsAText() {
		assertThat(Personal.read("138 0013 8000").isSealed()).isFalse();
		assertThat(Personal.read("eyJ.x" + REST).isSealed()).isFalse();
		assertThat(Personal.read("eyJ" + REST).isSealed()).isFalse();
	}

	@Test
	void aSealedTextMayNameNoKey() {
		assertThat(Personal.read(header("{\"alg\":\"dir\"}") + REST).keyId()).isNull();
		assertThat(Personal.read("eyJnot-json" + REST).keyId()).isNull();
	}

	private static String header(String json) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
	}

}
