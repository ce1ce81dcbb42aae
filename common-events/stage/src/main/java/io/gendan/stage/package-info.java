/**
 * What a domain is made of: a {@link io.gendan.stage.Stage} decides on commands and
 * evolves with events; a refusal is a value. No framework here, so none in a domain.
 */
@NullMarked
package io.gendan.stage;

import org.jspecify.annotations.NullMarked;
