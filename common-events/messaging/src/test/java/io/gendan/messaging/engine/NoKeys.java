package io.gendan.messaging.engine;

import java.util.function.Supplier;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/** Leaves texts as they are. */
public enum NoKeys implements Sealing, Sealing.Batch {

	NONE;

	@Override
	public Sealing.Batch batch() {
		return this;
	}

	@Override
	public Personal seal(Supplier<String> customer, Personal text) {
		return text;
	}

	@Override
	public @Nullable String open(Personal text) {
		return Privacy.CLEAR.open(text);
	}

	@Override
	public @Nullable String awaited(Personal text) {
		return null;
	}

	@Override
	public <E extends GendanEvent> E opened(E event) {
		return event;
	}

	@Override
	public boolean lacked() {
		return false;
	}

	@Override
	public void fetch() {
		throw new IllegalStateException("Nothing is ever lacking");
	}

}
