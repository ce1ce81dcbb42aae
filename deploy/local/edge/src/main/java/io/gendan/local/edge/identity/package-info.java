/**
 * An OAuth 2 and OpenID provider for development: one demo user per role, known password,
 * loopback only. In production any real provider takes its place.
 */
@NullMarked
package io.gendan.local.edge.identity;

import org.jspecify.annotations.NullMarked;
