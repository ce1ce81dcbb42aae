package io.gendan.fulfillment.rest;

/**
 * A receipt that is counted.
 *
 * @param reference number of the goods-received note
 * @param lines lines on it
 * @param items different items on it
 * @param repeated true if it had been counted before, so that nothing was added now
 */
record ReceiptView(String reference, int lines, int items, boolean repeated) {
}
