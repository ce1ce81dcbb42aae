package io.gendan.contract.aftersales;

/**
 * A score of the survey.
 *
 * @param part what is scored
 * @param score 1 worst to 5 best
 */
public record Score(String part, int score) {

}
