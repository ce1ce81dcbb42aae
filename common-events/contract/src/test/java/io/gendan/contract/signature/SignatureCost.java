package io.gendan.contract.signature;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import io.gendan.contract.Recordings;
import io.gendan.contract.Service;

/**
 * What signatures cost: run by hand, it prints microseconds of processor time, so that
 * neighbours on the machine do not count.
 */
final class SignatureCost {

	private static final int TIMES = 5000;

	private SignatureCost() {
	}

	public static void main(String[] arguments) throws Exception {
		Path directory = Files.createTempDirectory("keys");
		NewSigningKey.write(directory, Service.REVIEW);
		SigningKey key = SigningKey.parse(Files.readString(directory.resolve("review.private.jwk")));
		PublicKeys keys = PublicKeys.parse(Files.readString(directory.resolve("review.jwks")));
		String hash = Recordings.full().envelope().hash();
		String signature = key.sign(hash);
		for (int round = 1; round <= 4; round++) {
			long began = cpu();
			for (int i = 0; i < TIMES; i++) {
				key.sign(hash);
			}
			long signed = cpu();
			for (int i = 0; i < TIMES; i++) {
				keys.check(hash, signature);
			}
			System.out.printf("round %d: sign %.0f us, check %.0f us%n", round, (signed - began) / 1000.0 / TIMES,
					(cpu() - signed) / 1000.0 / TIMES);
		}
	}

	private static long cpu() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

}
