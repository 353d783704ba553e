package org.thalweg.study.design;

/**
 * A measurement between two trials of one cell that differ in their seed: a path from one to the
 * other.
 *
 * @param connect options of {@code thalweg connect}; its probe is {@code "connect"}
 * @param pairs most pairs in each cell; seeds are paired in their order: first and second, second
 *     and third, …
 */
public record PairPlan(ProbePlan connect, int pairs) {}
