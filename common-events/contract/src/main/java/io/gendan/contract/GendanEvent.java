package io.gendan.contract;

/**
 * Something that has happened. Each service has its own sealed families of events; the
 * wire name of an event is its {@link EventType}.
 */
public interface GendanEvent {

	/**
	 * What this happened to, also record key of the event.
	 * @return the text of a {@link Subject}
	 */
	String subject();

}
