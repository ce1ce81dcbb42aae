/** Events of logistics-service: carriers, shipments, tracking, delivery (LOG). */
@NullMarked
package io.gendan.contract.logistics;

import org.jspecify.annotations.NullMarked;
