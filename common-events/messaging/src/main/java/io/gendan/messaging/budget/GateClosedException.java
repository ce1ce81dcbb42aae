package io.gendan.messaging.budget;

/** So much is held at the moment that nothing more is let in; nothing has happened. */
public class GateClosedException extends RuntimeException {

	/** Nothing has become free. */
	public GateClosedException() {
		super("Nothing has become free in time");
	}

}
