/**
 * The front door on one machine: the gateway to the six services and, in the same process
 * to save memory, an identity provider for development.
 */
@NullMarked
package io.gendan.local.edge;

import org.jspecify.annotations.NullMarked;
