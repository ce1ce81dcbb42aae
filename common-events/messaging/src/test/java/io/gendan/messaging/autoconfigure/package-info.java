/** The wiring tested from inside. */
@NullMarked
package io.gendan.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
