/**
 * Carriers behind one interface (LOG-2): how they are asked, how they are guarded, and
 * the tariffs that are shipped.
 */
@NullMarked
package io.gendan.logistics.carrier;

import org.jspecify.annotations.NullMarked;
