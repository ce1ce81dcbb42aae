package io.gendan.messaging.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.gendan.contract.Subject;
import io.gendan.stage.RefusalCode;

/**
 * Says with which codes of its own a controller refuses, beside those that every address
 * has: the OpenAPI document tells them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Refuses {

	/**
	 * The codes.
	 * @return enums
	 */
	Class<? extends RefusalCode>[] value();

	/**
	 * What the controller is about.
	 * @return label of a kind
	 */
	String kind() default Subject.ORDER;

}
