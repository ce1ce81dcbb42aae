package io.gendan.contract.order;

/**
 * The last event of one service in an order's hash chain.
 *
 * @param service service name
 * @param sequence its sequence
 * @param hash its hash
 */
public record ChainHead(String service, long sequence, String hash) {

}
