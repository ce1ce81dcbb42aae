package io.gendan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

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
		assertThat(Personal.read("eyJa" + REST).isSealed()).isTrue();
		assertThat(Personal.read("eyJa" + REST.replace("YWJj", "")).isSealed()).isTrue();
		for (String spoilt : List.of(REST.replace("YWJj", "YW.j"), REST.replace("YWJj", "YW j"), REST + "b",
				REST.replace("..a", ".a."), REST.substring(1), "." + REST, ".." + "b".repeat(22), "")) {
			assertThat(Personal.read("eyJa" + spoilt).isSealed()).as(spoilt).isFalse();
		}
		assertThat(Personal.read("eyJ" + "a".repeat(1_001) + REST).isSealed()).isFalse();
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
