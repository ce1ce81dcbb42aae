package io.gendan.contract;

import tools.jackson.databind.node.ObjectNode;

/**
 * Lifts the data of an old event version to the next one, so that old records stay
 * readable for ever. Upcasters are chained: v1 to v2, v2 to v3.
 */
public interface Upcaster {

	/**
	 * The version this reads.
	 * @return wire name of the old version
	 */
	String from();

	/**
	 * The version this makes.
	 * @return wire name of the new version
	 */
	String to();

	/**
	 * Lifts the data.
	 * @param data data of the old version
	 * @return data of the new version; may be the same node, changed
	 */
	ObjectNode lift(ObjectNode data);

}
