package io.gendan.contract.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Web Keys of RFC 7517 and their JSON. */
final class Jwk {

	static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private Jwk() {
	}

	/**
	 * Reads a JSON object.
	 * @throws IllegalArgumentException if the text is none; the message does not repeat
	 * it, since it may be secret
	 */
	static ObjectNode object(String text) {
		try {
			if (JSON.readTree(text) instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("This is no JSON (%s)".formatted(ex.getClass().getSimpleName()));
		}
		throw new IllegalArgumentException("This is no JSON object");
	}

	static boolean isEd25519(JsonNode jwk) {
		return text(jwk, "kty").filter("OKP"::equals).isPresent()
				&& text(jwk, "crv").filter(Ed25519.CURVE::equals).isPresent();
	}

	static Optional<String> text(JsonNode jwk, String member) {
		JsonNode value = jwk.path(member);
		return (value.isString() && !value.asString().isEmpty()) ? Optional.of(value.asString()) : Optional.empty();
	}

	static String need(JsonNode jwk, String member) {
		return text(jwk, member)
			.orElseThrow(() -> new IllegalArgumentException("The key has no member %s".formatted(member)));
	}

	/** A public key as it is handed out. */
	static ObjectNode of(String x) {
		return JSON.createObjectNode()
			.put("kty", "OKP")
			.put("crv", Ed25519.CURVE)
			.put("use", "sig")
			.put("alg", "EdDSA")
			.put("kid", thumbprint(x))
			.put("x", x);
	}

	/** The thumbprint of RFC 7638: nobody has to think of a name. */
	private static String thumbprint(String x) {
		String canonical = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
		try {
			return Ed25519
				.encode(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
