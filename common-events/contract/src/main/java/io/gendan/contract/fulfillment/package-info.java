/** Events of fulfillment-service: stock, production, quality, packing (FUL). */
@NullMarked
package io.gendan.contract.fulfillment;

import org.jspecify.annotations.NullMarked;
