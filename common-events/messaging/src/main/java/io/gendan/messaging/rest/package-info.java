/** What the REST edges of all services share: commands, problem details, roles. */
@NullMarked
package io.gendan.messaging.rest;

import org.jspecify.annotations.NullMarked;
