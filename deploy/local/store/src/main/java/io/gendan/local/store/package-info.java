/** A document store on this machine alone that speaks MongoDB's wire protocol. */
@NullMarked
package io.gendan.local.store;

import org.jspecify.annotations.NullMarked;
