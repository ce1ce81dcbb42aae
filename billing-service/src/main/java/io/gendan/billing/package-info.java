/**
 * Payment, invoice and settlement of an order (BIL): what is asked for, what has been
 * received, when the goods may leave, and when all is even.
 */
@NullMarked
package io.gendan.billing;

import org.jspecify.annotations.NullMarked;
