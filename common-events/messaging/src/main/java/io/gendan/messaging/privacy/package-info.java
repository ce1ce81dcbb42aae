/** Keys of personal data: sealing, opening and forgetting. */
@NullMarked
package io.gendan.messaging.privacy;

import org.jspecify.annotations.NullMarked;
