/** What the tests share, tested itself. */
@NullMarked
package io.gendan.testing;

import org.jspecify.annotations.NullMarked;
