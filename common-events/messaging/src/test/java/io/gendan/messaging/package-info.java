/** The starter tested by itself, with a small stage of its own. */
@NullMarked
package io.gendan.messaging;

import org.jspecify.annotations.NullMarked;
