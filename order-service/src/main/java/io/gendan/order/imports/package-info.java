/**
 * Orders, customers and products from files: a column mapping says what stands where,
 * every fault is told with its row, and the same file twice does nothing twice (ORD-1,
 * ORD-6).
 */
@NullMarked
package io.gendan.order.imports;

import org.jspecify.annotations.NullMarked;
