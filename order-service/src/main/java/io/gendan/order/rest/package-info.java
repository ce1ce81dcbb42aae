/** The REST edge of orders. */
@NullMarked
package io.gendan.order.rest;

import org.jspecify.annotations.NullMarked;
