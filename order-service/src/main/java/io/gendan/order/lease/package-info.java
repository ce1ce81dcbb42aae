/** Who may do a piece of background work, when several instances could. */
@NullMarked
package io.gendan.order.lease;

import org.jspecify.annotations.NullMarked;
