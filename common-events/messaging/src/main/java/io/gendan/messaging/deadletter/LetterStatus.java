package io.gendan.messaging.deadletter;

/** What has become of a dead letter. */
public enum LetterStatus {

	/** Nobody has looked after it. */
	OPEN,

	/** Its effect is safe now. */
	REPLAYED,

	/** It shall have no effect. */
	DISCARDED

}
