package io.gendan.fulfillment;

import java.math.BigDecimal;

/**
 * What a package list may hold, so that a slip of the pen is noticed (FUL-5).
 *
 * @param maxParcels parcels of one order
 * @param maxWeightKg kilograms of one parcel
 * @param maxSideCm centimetres of its longest side
 */
public record PackingPolicy(int maxParcels, BigDecimal maxWeightKg, int maxSideCm) {
}
