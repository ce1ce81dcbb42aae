/** Events of order-service: entry, confirmation, completion and archive (ORD). */
@NullMarked
package io.gendan.contract.order;

import org.jspecify.annotations.NullMarked;
