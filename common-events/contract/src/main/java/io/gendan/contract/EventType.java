package io.gendan.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name an event has on the wire, version included:
 * {@code io.gendan.order.OrderPlaced.v1}. It is part of the contract and does not follow
 * the class name.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

	/**
	 * The CloudEvents type.
	 * @return name with version
	 */
	String value();

}
