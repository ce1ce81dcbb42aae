package io.gendan.acceptance.soak;

import java.util.List;
import java.util.Random;

import io.gendan.acceptance.Topics;

/** Something that goes wrong in a hard night; its text says what. */
sealed interface Disturbance permits Kill, Pause, MorePartitions, HeavyFile, ForgedEvent, HostileRequests {

	/** Whoever may die or stand still. */
	List<String> VICTIMS = List.of("order", "review", "fulfillment", "logistics", "billing", "aftersales", "store",
			"broker");

	/**
	 * Lets it happen and brings back what it took away.
	 * @param scene the running system
	 * @return what the system answered that it must not answer, often nothing
	 */
	List<String> happen(Scene scene);

	/**
	 * Draws what goes wrong next.
	 * @param random decides
	 * @return one disturbance
	 */
	static Disturbance draw(Random random) {
		return switch (random.nextInt(10)) {
			case 0, 1 -> new Kill(any(random, VICTIMS));
			case 2, 3 -> new Pause(any(random, VICTIMS), 5 + random.nextInt(36));
			case 4 -> new MorePartitions(any(random, Topics.ALL));
			case 5 -> new HeavyFile(any(random, List.of(HeavyFile.Weight.values())));
			case 6, 7, 8 -> new ForgedEvent(any(random, List.of(ForgedEvent.Kind.values())), random.nextLong());
			default -> new HostileRequests();
		};
	}

	private static <T> T any(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

}
