/** Signatures tested from inside. */
@NullMarked
package io.gendan.messaging.signature;

import org.jspecify.annotations.NullMarked;
