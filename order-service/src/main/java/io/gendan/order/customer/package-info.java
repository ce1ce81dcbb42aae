/**
 * The customer register (ORD-1, X-2): who the customers are, their grade, credit limit
 * and standing, until they are erased. Each customer is a stream of its own.
 */
@NullMarked
package io.gendan.order.customer;

import org.jspecify.annotations.NullMarked;
