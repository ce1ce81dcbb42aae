/**
 * What is looked up before an order is entered: the customer and the products that it
 * names (ORD-1, ORD-4).
 */
@NullMarked
package io.gendan.order.entry;

import org.jspecify.annotations.NullMarked;
