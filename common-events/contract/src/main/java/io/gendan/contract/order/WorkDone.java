package io.gendan.contract.order;

import io.gendan.contract.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a cancellation would undo (ORD-11).
 *
 * @param productionPercent how far production has come; absent when none has begun
 * @param packed whether the goods are packed
 * @param received money received so far, absent when none
 */
public record WorkDone(@Nullable Integer productionPercent, boolean packed, @Nullable Money received) {

}
