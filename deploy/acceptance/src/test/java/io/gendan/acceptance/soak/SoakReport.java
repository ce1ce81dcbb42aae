package io.gendan.acceptance.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened in a soak, printed as it happens and summed up at its end. */
final class SoakReport {

	private final long start = System.nanoTime();

	private final Map<String, Integer> disturbances = new TreeMap<>();

	private final List<String> faults = new ArrayList<>();

	private double slowest;

	void say(String line) {
		System.out.printf("%5.0f s  %s%n", seconds(), line);
	}

	void disturbed(Disturbance disturbance, double readyAfter) {
		this.disturbances.merge(disturbance.getClass().getSimpleName(), 1, Integer::sum);
		this.slowest = Math.max(this.slowest, readyAfter);
		say("%s, all ready %.1f s later".formatted(disturbance, readyAfter));
	}

	void fault(String fault) {
		this.faults.add(fault);
		say("FAULT " + fault);
	}

	List<String> faults() {
		return this.faults;
	}

	double seconds() {
		return (System.nanoTime() - this.start) / 1e9;
	}

	void sumUp(long seed, int plays, int forged, Judgment judgment) {
		System.out.printf("%nSoak with seed %d, %.0f minutes, %d plays.%n", seed, seconds() / 60, plays);
		System.out.printf("Disturbances %s, %d events forged; all ready again after %.1f s at the latest.%n",
				this.disturbances, forged, this.slowest);
		System.out.println("The judge read " + judgment.summary());
		System.out.printf("%d faults%n", this.faults.size());
		this.faults.stream().limit(200).forEach((fault) -> System.out.println("  " + fault));
	}

}
