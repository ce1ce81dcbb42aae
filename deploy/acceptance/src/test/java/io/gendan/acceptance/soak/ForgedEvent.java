package io.gendan.acceptance.soak;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A stranger writes to the topics what no service has written: in form, and with a hash
 * that fits, but not of this history. It is about an order that lies in the archive, so
 * that it can do no harm that was not done on purpose.
 *
 * @param kind what is wrong with it
 * @param seed decides which event it is made of
 */
record ForgedEvent(Kind kind, long seed) implements Disturbance {

	/** What is wrong with it. */
	enum Kind {

		/** A sequence that is taken, with other data. */
		REWRITTEN,

		/** The next sequence, after a history that never was. */
		FOREIGN_HISTORY,

		/** About an order that nobody knows. */
		FOREIGN_ORDER,

		/** The next event, of the year 1. */
		YEAR_ONE,

		/** The next event, with a clock at the end of the numbers. */
		END_OF_CLOCKS,

		/** No event at all. */
		POISON;

		/** Whether every reader of the topic must lay it to the dead letters. */
		boolean deadly() {
			return this != FOREIGN_ORDER;
		}

	}

	@Override
	public List<String> happen(Scene scene) {
		List<ReadEvent> archive = scene.archive();
		if (archive.isEmpty()) {
			return List.of();
		}
		ReadEvent original = archive.get(new Random(this.seed).nextInt(archive.size()));
		if (this.kind == Kind.POISON) {
			scene.forge(this, original.place().topic(), original.subject(), Map.of(),
					"{\"this is\": no event".getBytes(StandardCharsets.UTF_8));
			return List.of();
		}
		ReadEvent forged = sealed(forged(scene, original));
		scene.forge(this, original.place().topic(), forged.subject(), forged.attributes(), forged.data());
		return List.of();
	}

	private ReadEvent forged(Scene scene, ReadEvent original) {
		return switch (this.kind) {
			case REWRITTEN -> new ReadEvent(original.place(), original.attributes(), rewritten(original));
			case FOREIGN_HISTORY -> changed(scene.nextOf(original), Map.of("ce_prevhash", "a".repeat(64)));
			case YEAR_ONE -> changed(scene.nextOf(original), Map.of("ce_time", "0001-01-01T00:00:00.000000000Z"));
			case END_OF_CLOCKS -> changed(scene.nextOf(original), Map.of("ce_clock", "9223372036854775807"));
			case FOREIGN_ORDER, POISON -> {
				String order = "FOREIGN-" + Long.toHexString(this.seed);
				String data = new String(original.data(), StandardCharsets.UTF_8).replace(original.subject(), order);
				yield changed(
						new ReadEvent(original.place(), original.attributes(), data.getBytes(StandardCharsets.UTF_8)),
						Map.of("ce_subject", order, "ce_sequence", "1", "ce_id",
								original.service() + ":" + order + ":1", "ce_prevhash", DocumentedHash.BEFORE_THE_FIRST,
								"ce_correlationid", order));
			}
		};
	}

	private static byte[] rewritten(ReadEvent original) {
		String data = new String(original.data(), StandardCharsets.UTF_8).stripTrailing();
		return (data.substring(0, data.length() - 1) + ",\"forged\":true}").getBytes(StandardCharsets.UTF_8);
	}

	private static ReadEvent changed(ReadEvent event, Map<String, String> changes) {
		Map<String, String> attributes = new TreeMap<>(event.attributes());
		attributes.putAll(changes);
		return new ReadEvent(event.place(), attributes, event.data());
	}

	private static ReadEvent sealed(ReadEvent event) {
		return changed(event, Map.of("ce_hash", DocumentedHash.of(event)));
	}

}
