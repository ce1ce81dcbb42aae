/**
 * The product list (REV-3, FUL-1, ORD-24): what can be ordered, how it is supplied and
 * what it costs. Each product is a stream of its own.
 */
@NullMarked
package io.gendan.order.product;

import org.jspecify.annotations.NullMarked;
