package io.gendan.testing.planted.billing;

/** A class of another service. */
public class PlantedNeighbour {

}
