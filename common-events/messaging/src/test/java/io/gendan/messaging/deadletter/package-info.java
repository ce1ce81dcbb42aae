/** Dead letters tested from inside. */
@NullMarked
package io.gendan.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
