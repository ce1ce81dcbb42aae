/**
 * The public event contract of Gendan: what travels on the topics, how it is written and
 * how it is read. Plain Java 17 with Jackson, so that any other system can depend on it
 * (X-7).
 */
@NullMarked
package io.gendan.contract;

import org.jspecify.annotations.NullMarked;
