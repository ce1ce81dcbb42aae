package io.gendan.local.player;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command behind {@code deploy/local/play}. */
public final class Player {

	private Player() {
	}

	/**
	 * Plays a file of orders. Ends with 0 when every placed order has reached its end,
	 * with 1 when not, with 2 when the command line or a file is not usable.
	 * @param arguments see {@link Options#USAGE}
	 * @throws InterruptedException when the play is interrupted
	 */
	public static void main(String[] arguments) throws InterruptedException {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		try {
			Options options = Options.parse(arguments);
			OrderFile file = OrderFile.read(options.file(), options.mapping());
			Report report = new Play(options, file, out).run();
			new Table(out).print(report);
			if (options.report() != null) {
				Files.writeString(options.report(),
						JsonMapper.builder()
							.enable(SerializationFeature.INDENT_OUTPUT)
							.build()
							.writeValueAsString(report));
				out.println("Report 报告: " + options.report());
			}
			System.exit(whole(report) ? 0 : 1);
		}
		catch (IOException | IllegalArgumentException ex) {
			out.println("The play cannot go on 无法继续: " + ex.getMessage());
			System.exit(2);
		}
	}

	private static boolean whole(Report report) {
		int ended = report.finalStates()
			.entrySet()
			.stream()
			.filter((state) -> state.getKey().matches("ARCHIVED|REJECTED|CANCELLED"))
			.mapToInt(java.util.Map.Entry::getValue)
			.sum();
		return ended == report.orders().placed() + report.orders().alreadyKnown() && report.failures().isEmpty();
	}

}
