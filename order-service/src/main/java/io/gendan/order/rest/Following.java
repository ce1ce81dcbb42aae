package io.gendan.order.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Everybody who works on orders may follow them, and a customer its own, without what is
 * said about it inside.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('customer','salesperson','merchandiser','sales-manager','production','warehouse','logistics',"
		+ "'finance','service','general-manager','auditor','integration')")
public @interface Following {

}
