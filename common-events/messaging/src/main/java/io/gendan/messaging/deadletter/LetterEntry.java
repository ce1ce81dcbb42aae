package io.gendan.messaging.deadletter;

/**
 * A dead letter as the store knows it: without what is in it.
 *
 * @param identity the same for all its copies
 * @param id where it stands
 * @param bytes its size on the topic
 * @param handling what has been done about it
 */
record LetterEntry(String identity, LetterId id, long bytes, Handling handling) {
}
