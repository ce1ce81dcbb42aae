package io.gendan.contract.fulfillment;

import io.gendan.contract.Quantity;

/**
 * One parcel of the package list (FUL-5).
 *
 * @param number from 1
 * @param weightKg gross weight in kilograms
 * @param lengthCm centimetres
 * @param widthCm centimetres
 * @param heightCm centimetres
 */
public record Parcel(int number, Quantity weightKg, int lengthCm, int widthCm, int heightCm) {

}
