/** Hands requests on to the service whose path they name. */
@NullMarked
package io.gendan.local.edge.gateway;

import org.jspecify.annotations.NullMarked;
