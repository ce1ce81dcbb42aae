/**
 * The commands of {@code deploy/local}: they build what is missing, start, watch and stop
 * the processes of the whole system on one machine. Plain Java without a library.
 */
@NullMarked
package io.gendan.local.launcher;

import org.jspecify.annotations.NullMarked;
