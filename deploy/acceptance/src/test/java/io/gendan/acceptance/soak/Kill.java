package io.gendan.acceptance.soak;

import java.util.List;

import io.gendan.acceptance.LocalSystem.Outcome;

/**
 * A process dies without a word and is started again.
 *
 * @param victim its name
 */
record Kill(String victim) implements Disturbance {

	@Override
	public List<String> happen(Scene scene) {
		scene.system().kill(this.victim);
		Outcome restarted = scene.system().run("restart", this.victim);
		return (restarted.exit() == 0) ? List.of()
				: List.of("restart %s ended with %d: %s".formatted(this.victim, restarted.exit(), restarted.output()));
	}

}
