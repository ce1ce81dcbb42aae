/** How the warehouse and production speak to this stage. */
@NullMarked
package io.gendan.fulfillment.rest;

import org.jspecify.annotations.NullMarked;
