/** What could not be processed: publish, list, mend, replay. */
@NullMarked
package io.gendan.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
