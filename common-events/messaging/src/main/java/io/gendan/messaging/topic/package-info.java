/** Topics: their records as they come, and who follows them. */
@NullMarked
package io.gendan.messaging.topic;

import org.jspecify.annotations.NullMarked;
