package io.gendan.acceptance.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A process stands still for a while, and knows nothing of it.
 *
 * @param victim its name
 * @param seconds how long
 */
record Pause(String victim, int seconds) implements Disturbance {

	@Override
	public List<String> happen(Scene scene) {
		long pid = scene.system().process(this.victim).pid();
		signal("STOP", pid);
		try {
			scene.pass(this.seconds);
		}
		finally {
			signal("CONT", pid);
		}
		return List.of();
	}

	private static void signal(String name, long pid) {
		try {
			// The shell's own kill: a bare machine has no other.
			new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + pid).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
