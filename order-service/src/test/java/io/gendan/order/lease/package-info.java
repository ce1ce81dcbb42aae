/** Leases among several owners. */
@NullMarked
package io.gendan.order.lease;

import org.jspecify.annotations.NullMarked;
