/**
 * The stage between the confirmed order and the packed goods: stock, production, quality
 * check, packing (FUL). Plain Java.
 */
@NullMarked
package io.gendan.fulfillment;

import org.jspecify.annotations.NullMarked;
