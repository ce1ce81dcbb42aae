/** What a service says about itself, and how it behaves when something is away. */
@NullMarked
package io.gendan.messaging.health;

import org.jspecify.annotations.NullMarked;
