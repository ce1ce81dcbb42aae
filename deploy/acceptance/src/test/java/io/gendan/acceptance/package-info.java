/**
 * Black-box tests over the running system: own processes, public interfaces, real faults.
 */
@NullMarked
package io.gendan.acceptance;

import org.jspecify.annotations.NullMarked;
