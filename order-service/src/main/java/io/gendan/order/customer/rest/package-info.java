/** REST edge of the customer register. */
@NullMarked
package io.gendan.order.customer.rest;

import org.jspecify.annotations.NullMarked;
