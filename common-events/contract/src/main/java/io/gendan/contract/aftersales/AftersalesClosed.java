package io.gendan.contract.aftersales;

import io.gendan.contract.EventType;
import io.gendan.contract.Personal;

/**
 * The service window has ended with nothing open (AFT-7).
 *
 * @param order order number
 * @param reason window ended, or closed early and why
 */
@EventType("io.gendan.aftersales.AftersalesClosed.v1")
public record AftersalesClosed(String order, Personal reason) implements AftersalesEvent {

}
