/** Records of topics as they come. */
@NullMarked
package io.gendan.messaging.topic;

import org.jspecify.annotations.NullMarked;
