package io.gendan.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that the services of one system share for the keys of personal data: made once,
 * readable by its owner alone, gone with the data.
 */
final class HouseKeyFile {

	private static final int KEY_BYTES = 32;

	private HouseKeyFile() {
	}

	static Path of(Place place) {
		return place.data().resolve("house-keys.json");
	}

	/** Makes it if there is none; the caller holds the place. */
	static void ensure(Place place) throws IOException {
		Path file = of(place);
		if (Files.exists(file)) {
			return;
		}
		byte[] secret = new byte[KEY_BYTES];
		SecureRandom random = new SecureRandom();
		random.nextBytes(secret);
		Path fresh = Files.createTempFile(place.data(), "house-keys", ".new",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(fresh,
				"{\"keys\":[{\"kty\":\"oct\",\"kid\":\"house-%08x\",\"alg\":\"A256GCM\",\"k\":\"%s\"}]}%n"
					.formatted(random.nextInt(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
