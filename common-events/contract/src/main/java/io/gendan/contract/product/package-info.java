/** Events of order-service about products. */
@NullMarked
package io.gendan.contract.product;

import org.jspecify.annotations.NullMarked;
