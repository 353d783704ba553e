package org.thalweg.study.claim;

import org.thalweg.statistics.Interval;

/**
 * One part of a claim, decided.
 *
 * @param what was looked at, e.g. {@code "sharpness: shallow / deep"}
 * @param claimed where it should lie, e.g. {@code "> 1"}
 * @param estimate with its interval; NaN where it does not exist
 * @param pValue two-sided, against the border of what is claimed; NaN where there is no test
 * @param adjustedPValue the same after Holm, over the parts of the claim
 * @param rows independent rows the test is over: seeds, cells or trials, see {@code unit}
 * @param unit what a row is, e.g. {@code "seeds"}
 * @param observations trials or pairs that entered
 * @param missing those left out because a value is missing
 * @param verdict of this part alone
 * @param why a sentence
 */
public record Evidence(
    String what,
    String claimed,
    Interval estimate,
    double pValue,
    double adjustedPValue,
    int rows,
    String unit,
    int observations,
    int missing,
    Verdict verdict,
    String why) {}
