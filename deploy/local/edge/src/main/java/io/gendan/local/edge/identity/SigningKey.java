package io.gendan.local.edge.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/**
 * The key that signs the tokens: made once per machine and kept in a file that only its
 * owner may read, so that tokens stay valid over a restart.
 */
final class SigningKey {

	private static final int BITS = 2048;

	private SigningKey() {
	}

	static RSAKey in(Path file) {
		try {
			return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : make(file.toAbsolutePath());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ParseException | JOSEException ex) {
			throw new IllegalStateException("no usable signing key in " + file, ex);
		}
	}

	private static RSAKey make(Path file) throws IOException, JOSEException {
		var key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE)
			.algorithm(JWSAlgorithm.RS256)
			.keyIDFromThumbprint(true)
			.generate();
		var directory = file.resolveSibling(".").normalize();
		Files.createDirectories(directory);
		var unfinished = Files.createTempFile(directory, "key", ".new");
		if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(unfinished, key.toJSONString());
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
		return key;
	}

}
