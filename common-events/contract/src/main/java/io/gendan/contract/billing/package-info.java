/** Events of billing-service: payment, release, invoice, settlement (BIL). */
@NullMarked
package io.gendan.contract.billing;

import org.jspecify.annotations.NullMarked;
