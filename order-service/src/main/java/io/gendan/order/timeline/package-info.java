/**
 * The timeline of an order, assembled only from the event stream of all six services
 * (ORD-17): kept up to date from the topics, rebuilt from them at any time with the same
 * result.
 */
@NullMarked
package io.gendan.order.timeline;

import org.jspecify.annotations.NullMarked;
