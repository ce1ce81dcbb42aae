package io.gendan.contract.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import io.gendan.contract.Recordings;
import io.gendan.contract.Service;
import io.gendan.contract.signature.PublicKeys.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Events of a service can be told from a stranger's. */
class SignatureTest {

	/** RFC 8037, appendix A.1 and A.4. */
	private static final String RFC_KEY = """
			{"kty":"OKP","crv":"Ed25519","kid":"rfc","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
			"x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

	private static final String RFC_SIGNATURE = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
			+ "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

	private final String hash = Recordings.full().envelope().hash();

	@TempDir
	Path directory;

	private SigningKey key;

	private PublicKeys keys;

	@BeforeEach
	void makeKeys() throws Exception {
		NewSigningKey.write(this.directory, Service.REVIEW);
		this.key = SigningKey.parse(file("review.private.jwk"));
		this.keys = PublicKeys.parse(file("review.jwks"));
	}

	@Test
	void whatTheServiceSignsIsValidAndAlwaysTheSame() {
		String signature = this.key.sign(this.hash);
		assertThat(this.keys.check(this.hash, signature)).isEqualTo(Outcome.VALID);
		assertThat(this.key.sign(this.hash)).isEqualTo(signature);
		assertThat(signature).matches("[\\w-]+\\.\\.[\\w-]{86}");
		String header = new String(Base64.getUrlDecoder().decode(signature.split("\\.")[0]), StandardCharsets.UTF_8);
		assertThat(header).isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"" + this.key.id() + "\"}");
	}

	@Test
	void theSignatureOfTheStandardIsMadeAgain() {
		String[] parts = RFC_SIGNATURE.split("\\.");
		byte[] covered = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
		String d = Jwk.need(Jwk.object(RFC_KEY), "d");
		String x = Jwk.need(Jwk.object(RFC_KEY), "x");
		assertThat(Ed25519.encode(Ed25519.sign(Ed25519.privateKey(d), covered))).isEqualTo(parts[2]);
		assertThat(Ed25519.verifies(Ed25519.publicKey(x), covered, Ed25519.decode(parts[2]))).isTrue();
		assertThat(Jwk.need(Jwk.of(x), "kid")).as("RFC 8037, A.3")
			.isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
	}

	@Test
	void aSignatureOverSomethingElseIsWrong() {
		String signature = this.key.sign(this.hash);
		assertThat(this.keys.check("0".repeat(64), signature)).isEqualTo(Outcome.WRONG);
		String stranger = SigningKey.parse(RFC_KEY.replace("\"rfc\"", "\"" + this.key.id() + "\"")).sign(this.hash);
		assertThat(this.keys.check(this.hash, stranger)).as("another key under its name").isEqualTo(Outcome.WRONG);
	}

	@Test
	void aKeyOfAnotherSetIsUnknown() {
		assertThat(this.keys.check(this.hash, SigningKey.parse(RFC_KEY).sign(this.hash)))
			.isEqualTo(Outcome.KEY_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "a.b.c", "!..!", "e30..AA", "bnVsbA..AA", "eyJhbGciOiJub25lIn0..",
			"eyJhbGciOiJFZERTQSJ9..AA", "eyJhbGciOiJFZERTQSIsImtpZCI6MX0..AA" })
	void whatIsNoSignatureIsWrong(String text) {
		assertThat(this.keys.check(this.hash, text)).isEqualTo(Outcome.WRONG);
	}

	@Test
	void anotherAlgorithmAndWhatMustBeUnderstoodAreRefused() {
		for (String header : new String[] { "{\"alg\":\"none\",\"kid\":\"%s\"}", "{\"alg\":\"HS256\",\"kid\":\"%s\"}",
				"{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false,\"kid\":\"%s\"}" }) {
			String encoded = Ed25519.encode(header.formatted(this.key.id()).getBytes(StandardCharsets.UTF_8));
			assertThat(this.keys.check(this.hash, encoded + ".." + this.key.sign(this.hash).split("\\.")[2]))
				.isEqualTo(Outcome.WRONG);
		}
	}

	@Test
	void aNewKeyJoinsTheSetAndTheOldOneStaysGood() throws Exception {
		String old = this.key.sign(this.hash);
		NewSigningKey.write(this.directory, Service.REVIEW);
		PublicKeys both = PublicKeys.parse(file("review.jwks"));
		assertThat(both.check(this.hash, old)).isEqualTo(Outcome.VALID);
		assertThat(both.check(this.hash, SigningKey.parse(file("review.private.jwk")).sign(this.hash)))
			.isEqualTo(Outcome.VALID);
		assertThat(file("review.jwks")).doesNotContain("\"d\"");
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(this.directory.resolve("review.private.jwk"))))
			.isEqualTo("rw-------");
	}

	@Test
	void brokenKeysAreRefusedWithoutRepeatingThem() {
		for (String broken : new String[] { "secret", "[]", "{}", RFC_KEY.replace("OKP", "EC"),
				RFC_KEY.replace("\"d\"", "\"e\""), RFC_KEY.replace("nWGxne_9", "secret") }) {
			assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.parse(broken))
				.withMessageNotContaining("secret");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> PublicKeys.parse("{}"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> PublicKeys.parse("{\"keys\":[" + RFC_KEY.replace("11qYAYKx", "1") + "]}"));
		assertThat(PublicKeys.parse("{\"keys\":[{\"kty\":\"RSA\"}]}").check(this.hash, this.key.sign(this.hash)))
			.isEqualTo(Outcome.KEY_UNKNOWN);
	}

	private String file(String name) throws Exception {
		return Files.readString(this.directory.resolve(name));
	}

}
