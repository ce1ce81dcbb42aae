/** Sealing, opening and forgetting, on a real broker and a real store. */
@NullMarked
package io.gendan.messaging.privacy;

import org.jspecify.annotations.NullMarked;
