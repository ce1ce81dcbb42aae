/** The ledger tested from inside. */
@NullMarked
package io.gendan.messaging.ledger;

import org.jspecify.annotations.NullMarked;
