@NullMarked
package io.gendan.messaging.health;

import org.jspecify.annotations.NullMarked;
