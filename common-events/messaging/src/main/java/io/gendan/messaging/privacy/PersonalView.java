package io.gendan.messaging.privacy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.gendan.contract.EventCodec;
import io.gendan.contract.GendanEvent;
import io.gendan.contract.MalformedEventException;
import io.gendan.contract.Personal;
import io.gendan.stage.Mask;

/**
 * How personal texts are shown: in clear to those whose work needs them, masked to all
 * others, and as erased when the key is destroyed. Nothing is opened before it is
 * known here who must have been forgotten.
 */
public final class PersonalView {

	/** How a sealed text begins in JSON. */
	private static final String BEGIN = "\"eyJ";

	private final KeyRing ring;

	private final BooleanSupplier caughtUp;

	private final EventCodec codec;

	PersonalView(KeyRing ring, BooleanSupplier caughtUp, EventCodec codec) {
		this.ring = ring;
		this.caughtUp = caughtUp;
		this.codec = codec;
	}

	/**
	 * A text as it is shown.
	 * @param text as it stands in an event
	 * @param clear whether whoever looks may read it
	 * @return the text, masked, or why it is not there
	 */
	public String text(Personal text, boolean clear) {
		if (!this.caughtUp.getAsBoolean()) {
			return Mask.SEALED;
		}
		String open = this.ring.open(text);
		if (open == null) {
			return this.ring.isErased(text) ? Mask.ERASED : Mask.SEALED;
		}
		return clear ? open : Mask.of(open);
	}

	/**
	 * The data of an event as they are shown.
	 * @param type wire name of the event
	 * @param data its data, JSON
	 * @param clear whether whoever looks may read personal texts
	 * @return JSON
	 */
	public String data(String type, String data, boolean clear) {
		// Most events have nothing personal; in an old one it may stand in clear.
		if (clear && this.caughtUp.getAsBoolean() && !data.contains(BEGIN)) {
			return data;
		}
		return shown(this.codec, type, data, (text) -> Personal.of(text(text, clear)));
	}

	/**
	 * The data of an event, its personal texts in clear masked and sealed ones as they
	 * are: for whoever mends letters.
	 * @param codec reads events
	 * @param type wire name of the event
	 * @param data its data, JSON if all is well
	 * @return masked if they can be read as that event
	 */
	public static String masked(EventCodec codec, String type, String data) {
		AtomicBoolean any = new AtomicBoolean();
		String masked = shown(codec, type, data, (text) -> {
			any.set(any.get() || !text.isSealed());
			return text.isSealed() ? text : Personal.of(Mask.of(text.text()));
		});
		return any.get() ? masked : data;
	}

	/**
	 * Only what the contract says is personal is opened: somebody may have typed
	 * another's sealed text elsewhere.
	 */
	private static String shown(EventCodec codec, String type, String data, UnaryOperator<Personal> shown) {
		try {
			GendanEvent event = codec.read(type, data).orElse(null);
			return (event != null) ? codec.write(event, shown) : data;
		}
		catch (MalformedEventException ex) {
			return data;
		}
	}

}
