package io.gendan.contract;

/**
 * Something that has happened to an order. Each service has its own sealed family of
 * events; the wire name of an event is its {@link EventType}.
 */
public interface GendanEvent {

	/**
	 * The order this happened to.
	 * @return order number, also subject and record key of the event
	 */
	String order();

}
