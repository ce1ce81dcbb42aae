/**
 * Orders from files: a column mapping says what stands where, every fault is told with
 * its row, and the same file twice places nothing twice (ORD-6).
 */
@NullMarked
package io.gendan.order.imports;

import org.jspecify.annotations.NullMarked;
