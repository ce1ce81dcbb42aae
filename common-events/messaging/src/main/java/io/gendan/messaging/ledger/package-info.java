/**
 * What a stage knows of an order, in one document: own and received events, inbox, keys,
 * summary.
 */
@NullMarked
package io.gendan.messaging.ledger;

import org.jspecify.annotations.NullMarked;
