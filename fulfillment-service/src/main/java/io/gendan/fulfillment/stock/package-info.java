/** What lies in stock and for which order it is set aside (FUL-1), and how it is kept. */
@NullMarked
package io.gendan.fulfillment.stock;

import org.jspecify.annotations.NullMarked;
