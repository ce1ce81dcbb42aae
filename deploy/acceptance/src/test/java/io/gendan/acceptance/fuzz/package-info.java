/** Requests made from the OpenAPI documents, with everything that strangers send. */
@NullMarked
package io.gendan.acceptance.fuzz;

import org.jspecify.annotations.NullMarked;
