package io.gendan.messaging.engine;

import java.util.Collection;

/** The documents of some orders kept changing; nothing of what was asked is done. */
public class StoreBusyException extends RuntimeException {

	StoreBusyException(Collection<String> orders) {
		super("The documents of these orders kept changing: " + orders);
	}

}
