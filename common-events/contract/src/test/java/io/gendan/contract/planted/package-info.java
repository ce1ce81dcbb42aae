/** What the architecture rules must find. */
@NullMarked
package io.gendan.contract.planted;

import org.jspecify.annotations.NullMarked;
