package io.gendan.stage;

/**
 * How a stage's state is stored whose subjects live long, so that their oldest events
 * need not be read for every decision.
 *
 * @param state class of the state, made of records, lists, maps and what JSON can say
 * @param version to be raised when events come to mean something else for the state; what
 * another version has stored is folded anew from the first event
 * @param <S> the state of the stage
 */
public record LongLived<S>(Class<S> state, int version) {
}
