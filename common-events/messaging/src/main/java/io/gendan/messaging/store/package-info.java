/**
 * What all stores of a service have in common when many documents are written at once.
 */
@NullMarked
package io.gendan.messaging.store;

import org.jspecify.annotations.NullMarked;
