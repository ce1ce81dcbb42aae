/**
 * After-sales (AFT): the customer accepts delivered goods and says what they think of
 * them; then the order closes with its service window.
 */
@NullMarked
package io.gendan.aftersales;

import org.jspecify.annotations.NullMarked;
