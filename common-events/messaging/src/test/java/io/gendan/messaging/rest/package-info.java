/** The edge tested from inside. */
@NullMarked
package io.gendan.messaging.rest;

import org.jspecify.annotations.NullMarked;
