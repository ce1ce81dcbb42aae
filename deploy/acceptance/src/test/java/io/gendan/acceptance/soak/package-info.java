/**
 * An independent reader of the topics, and a soak that gives it something to judge.
 * Nothing here reads an event with the code that wrote it: what the documentation says of
 * the contract is all the reader knows.
 */
@NullMarked
package io.gendan.acceptance.soak;

import org.jspecify.annotations.NullMarked;
