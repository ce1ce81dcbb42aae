package io.gendan.order.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Who may enter orders, one by one or from a file; an integration by a grant that it has
 * unless its token says otherwise.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAnyRole('salesperson','merchandiser','sales-manager','general-manager')"
		+ " or hasAuthority('orders:place')")
public @interface Entering {

}
