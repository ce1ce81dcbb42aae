/** Billings over HTTP. */
@NullMarked
package io.gendan.billing.rest;

import org.jspecify.annotations.NullMarked;
