package io.gendan.local.player;

import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import io.gendan.local.player.Story.Mark;

/**
 * Shows how far the orders have come: a bar on a terminal, a line now and then elsewhere.
 */
final class Progress {

	private static final int WIDTH = 30;

	private static final long LINE_EVERY_MILLIS = 5000;

	private final PrintStream out;

	private final boolean terminal = System.console() != null && System.console().isTerminal();

	private long lastLine;

	Progress(PrintStream out) {
		this.out = out;
	}

	void show(Collection<Story> stories, int expected) {
		Map<Mark, Integer> reached = new EnumMap<>(Mark.class);
		int ended = 0;
		for (Story story : stories) {
			ended += story.ended() ? 1 : 0;
			for (Mark mark : new Mark[] { Mark.PLACED, Mark.CONFIRMED, Mark.PACKED, Mark.SHIPPED, Mark.DELIVERED }) {
				reached.merge(mark, story.has(mark) ? 1 : 0, Integer::sum);
			}
		}
		int filled = (expected == 0) ? 0 : Math.min(WIDTH, WIDTH * ended / expected);
		String line = "[%s%s] %d/%d  placed %d  confirmed %d  packed %d  shipped %d  delivered %d".formatted(
				"#".repeat(filled), "-".repeat(WIDTH - filled), ended, expected, count(reached, Mark.PLACED),
				count(reached, Mark.CONFIRMED), count(reached, Mark.PACKED), count(reached, Mark.SHIPPED),
				count(reached, Mark.DELIVERED));
		if (this.terminal) {
			this.out.print("\r" + line + " ");
			this.out.flush();
		}
		else if (System.currentTimeMillis() - this.lastLine > LINE_EVERY_MILLIS) {
			this.lastLine = System.currentTimeMillis();
			this.out.println(line);
		}
	}

	void end() {
		if (this.terminal) {
			this.out.println();
		}
	}

	private static int count(Map<Mark, Integer> reached, Mark mark) {
		return reached.getOrDefault(mark, 0);
	}

}
