package io.gendan.messaging;

/**
 * An order as one stage sees it.
 *
 * @param order order number
 * @param version grows with everything that happens to the order at this stage; the ETag
 * @param state its state
 * @param <S> the state of the stage
 */
public record OrderSnapshot<S>(String order, long version, S state) {
}
