package io.gendan.order.rest;

/** The body of a command that needs none: may be left out, and has no fields. */
record NothingMore() {
}
