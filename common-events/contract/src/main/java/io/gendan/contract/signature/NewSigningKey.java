package io.gendan.contract.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Locale;

import io.gendan.contract.Service;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a key pair for a service: {@code <service>.private.jwk}, readable by its owner
 * alone, and {@code <service>.jwks} with the public keys of the service. Run again, it
 * adds the new public key to the set and replaces the private one: hand the set out
 * first, restart the service then, and take the old key out of the set when nobody reads
 * events it signed any more.
 */
public final class NewSigningKey {

	private NewSigningKey() {
	}

	/**
	 * Runs.
	 * @param arguments a directory and the label of a service
	 * @throws IOException if the files cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		if (arguments.length != 2) {
			System.err.println("Usage: NewSigningKey DIRECTORY SERVICE, for instance: keys review");
			System.exit(1);
		}
		String id = write(Path.of(arguments[0]), Service.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
		System.out.println("Key " + id + " of " + arguments[1] + " is in " + arguments[0]);
	}

	/**
	 * Makes a key pair and writes it.
	 * @param directory where to; made if it is missing
	 * @param service whose keys
	 * @return name of the new key
	 * @throws IOException if the files cannot be written
	 */
	public static String write(Path directory, Service service) throws IOException {
		Files.createDirectories(directory);
		Path set = directory.resolve(service.label() + ".jwks");
		KeyPair pair = pair();
		ObjectNode jwk = Jwk.of(Ed25519.x((EdECPublicKey) pair.getPublic()));
		ObjectNode keys = Files.exists(set) ? Jwk.object(Files.readString(set)) : Jwk.JSON.createObjectNode();
		ArrayNode array = keys.withArray("keys");
		array.add(jwk);
		byte[] d = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
		writePrivate(directory.resolve(service.label() + ".private.jwk"),
				Jwk.JSON.writeValueAsString(jwk.deepCopy().put("d", Ed25519.encode(d))));
		Files.writeString(set, Jwk.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(keys) + "\n");
		return Jwk.need(jwk, "kid");
	}

	/** Never readable by others, not even for a moment. */
	private static void writePrivate(Path file, String jwk) throws IOException {
		Files.deleteIfExists(file);
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		Files.writeString(file, jwk + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

	private static KeyPair pair() {
		try {
			return KeyPairGenerator.getInstance(Ed25519.CURVE).generateKeyPair();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform from 15 on has Ed25519", ex);
		}
	}

}
