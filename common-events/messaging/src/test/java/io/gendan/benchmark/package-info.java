/**
 * What the starter costs: a chain of eight events through six services with a timeline,
 * on a real broker and the embedded store on disk, all in one process.
 */
@NullMarked
package io.gendan.benchmark;

import org.jspecify.annotations.NullMarked;
