/** REST edge of the product list. */
@NullMarked
package io.gendan.order.product.rest;

import org.jspecify.annotations.NullMarked;
