/**
 * Carriers, shipments, tracking and delivery of an order (LOG): what it waits for, who
 * carries it, where it is, and who signed for it.
 */
@NullMarked
package io.gendan.logistics;

import org.jspecify.annotations.NullMarked;
