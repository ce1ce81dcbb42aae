package io.gendan.order.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.gendan.messaging.rest.RefusedException;

/** Imports one file that was made to be heavy; started in a process with a small heap. */
final class HeavyFiles {

	private static final FileLimits LIMITS = new FileLimits(1000, 32_767, 262_144, 100_000, 1000, 4 << 20, 12 << 20,
			100, 20_000, 16 << 20);

	private HeavyFiles() {
	}

	public static void main(String[] args) throws IOException {
		byte[] file = file(args[0]).toByteArray();
		FileContent content = ImportFixtures.file(file);
		ColumnMapping mapping = ImportFixtures.mapping(ImportFixtures.MAPPING);
		try {
			ImportFixtures.Verdicts verdicts = ImportFixtures.run(content, mapping, ImportFixtures.nothingPlaced(), 1,
					LIMITS);
			System.out.printf(Locale.ROOT, "placed %d refused %d %s%n", verdicts.counts().placed(),
					verdicts.counts().refusedOrders(), verdicts.told().stream().limit(1).toList());
		}
		catch (RefusedException ex) {
			System.out.println(ex.refusal().fields().getFirst());
		}
	}

	private static ByteArrayOutputStream file(String name) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(20 << 20);
		write(out, ImportFixtures.HEADER);
		switch (name) {
			case "one-number" -> repeat(out, 500_000, "A-1,T-1,CUP,1,1,2026-02-01,17,GB\n");
			case "big-cells" -> repeat(out, 50, "A-%d,T-1," + "x".repeat(310_000) + ",1,1,2026-02-01,17,GB\n");
			case "long-cells" -> repeat(out, 400, "A-%d,T-1," + "x".repeat(40_000) + ",1,1,2026-02-01,17,GB\n");
			case "one-cell" -> write(out, "A-1,T-1,\"" + "x".repeat(15_000_000) + "\",1,1,2026-02-01,17,GB\n");
			case "many-orders" -> repeat(out, 1_300_000, "%d,,,,,,,\n");
			case "no-numbers" -> repeat(out, 1_300_000, ",T,,,,,,\n");
			case "scattered" -> {
				repeat(out, 90_000, "A-%d,T-1,A cup of tea and more,1,1,2026-02-01,17,GB\n");
				repeat(out, 90_000, "A-%d,T-2,A cup of tea and more,1,1,2026-02-01,17,GB\n");
			}
			case "many-columns" -> repeat(out, 60, "A-%d" + ",".repeat(250_000) + "\n");
			default -> throw new IllegalArgumentException(name);
		}
		return out;
	}

	private static void repeat(ByteArrayOutputStream out, int times, String row) {
		for (int number = 0; number < times; number++) {
			write(out, row.replace("%d", Integer.toString(number)));
		}
	}

	private static void write(ByteArrayOutputStream out, String text) {
		out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
	}

}
