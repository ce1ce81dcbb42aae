/** Tests of the player. */
@NullMarked
package io.gendan.local.player;

import org.jspecify.annotations.NullMarked;
