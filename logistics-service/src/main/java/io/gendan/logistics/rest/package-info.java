/** Shipments over HTTP. */
@NullMarked
package io.gendan.logistics.rest;

import org.jspecify.annotations.NullMarked;
