package io.gendan.testing.planted.review;

import org.springframework.stereotype.Component;

/** A domain class with a framework in it. */
@Component
public class PlantedDomain {

}
