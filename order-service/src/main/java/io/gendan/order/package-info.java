/**
 * Order entry, confirmation, cancellation, completion and archive (ORD): the domain,
 * plain Java. Start with {@link io.gendan.order.OrderStage}.
 */
@NullMarked
package io.gendan.order;

import org.jspecify.annotations.NullMarked;
