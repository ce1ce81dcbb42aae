/**
 * Plays all the people of an order: imports a file of orders and then does, as users of
 * the right roles and through the public REST API alone, what the events ask for.
 */
@NullMarked
package io.gendan.local.player;

import org.jspecify.annotations.NullMarked;
