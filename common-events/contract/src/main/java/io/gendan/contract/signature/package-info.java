/**
 * The signature of the service that wrote an event: a detached JWS over its hash, so that
 * events of a service can be told from a stranger's.
 */
@NullMarked
package io.gendan.contract.signature;

import org.jspecify.annotations.NullMarked;
