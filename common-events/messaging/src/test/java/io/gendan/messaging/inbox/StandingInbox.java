package io.gendan.messaging.inbox;

import java.time.Clock;

/** A consumer that stands still. */
public final class StandingInbox {

	private StandingInbox() {
	}

	public static InboxHealth since(Clock clock) {
		InboxHealth health = new InboxHealth(clock);
		health.stands(new IllegalStateException("planted"));
		return health;
	}

}
