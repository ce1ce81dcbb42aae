package io.gendan.testing.planted.review.rest;

import io.gendan.testing.planted.billing.PlantedNeighbour;

/** An edge that reaches into another service. */
public class PlantedEdge {

	private final PlantedNeighbour neighbour = new PlantedNeighbour();

	public PlantedNeighbour neighbour() {
		return this.neighbour;
	}

}
