/** What the tests of all modules share: scenarios, rules, broker and store. */
@NullMarked
package io.gendan.testing;

import org.jspecify.annotations.NullMarked;
