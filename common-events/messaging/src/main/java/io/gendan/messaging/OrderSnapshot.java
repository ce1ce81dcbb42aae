package io.gendan.messaging;

import io.gendan.stage.Owner;
import org.jspecify.annotations.Nullable;

/**
 * An order as one stage sees it.
 *
 * @param order order number
 * @param version grows with everything that happens to the order at this stage; the ETag
 * @param state its state
 * @param owner whose it is, null as long as this stage has not heard
 * @param <S> the state of the stage
 */
public record OrderSnapshot<S>(String order, long version, S state, @Nullable Owner owner) {
}
