/** The engine tested from inside. */
@NullMarked
package io.gendan.messaging.engine;

import org.jspecify.annotations.NullMarked;
