package io.gendan.messaging.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which list a {@link ListQuery} is for, where it is not that of orders. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OfKind {

	/**
	 * The kind of what is listed.
	 * @return label of a kind that has a stage in this service
	 */
	String value();

}
