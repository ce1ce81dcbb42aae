package io.gendan.messaging.engine;

import io.gendan.contract.GendanEvent;
import io.gendan.contract.Personal;
import io.gendan.messaging.privacy.Sealing;
import io.gendan.stage.Privacy;
import org.jspecify.annotations.Nullable;

/** Leaves texts as they are. */
public enum NoKeys implements Sealing {

	NONE;

	@Override
	public Personal seal(String customer, Personal text) {
		return text;
	}

	@Override
	public @Nullable String open(Personal text) {
		return Privacy.CLEAR.open(text);
	}

	@Override
	public <E extends GendanEvent> E opened(E event) {
		return event;
	}

}
