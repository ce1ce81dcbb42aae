/** Signs the events of this service, and checks those of the others. */
@NullMarked
package io.gendan.messaging.signature;

import org.jspecify.annotations.NullMarked;
