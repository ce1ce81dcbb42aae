/** What bounds memory: sizes of things in bytes, and how much of them may be held. */
@NullMarked
package io.gendan.messaging.budget;

import org.jspecify.annotations.NullMarked;
