/** The REST edge of aftersales-service. */
@NullMarked
package io.gendan.aftersales.rest;

import org.jspecify.annotations.NullMarked;
