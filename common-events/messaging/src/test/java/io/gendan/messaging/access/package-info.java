/** The edge tested from inside. */
@NullMarked
package io.gendan.messaging.access;

import org.jspecify.annotations.NullMarked;
