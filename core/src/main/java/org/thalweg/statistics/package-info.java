/**
 * What many trainings say together: intervals, correlations with p-values, bootstrap, tests, effect
 * sizes, corrections for many tests, rank agreement, regression.
 *
 * <p>The rules that hold for everything here:
 *
 * <ul>
 *   <li>A missing value is NaN. What works with means also takes ±∞ for missing, what works with
 *       ranks keeps it: a diverged loss is the largest. Rows with a missing value are left out and
 *       counted in {@code missing}.
 *   <li>A number that does not exist (too few rows, constant data) is NaN, and {@code note} says
 *       why. Only input without any meaning (columns of different lengths, a level of 95) is an
 *       error.
 *   <li>A two-sided p-value is twice the smaller of the two one-sided ones, and at most 1.
 *   <li>Chance comes from {@code RandomStream} only; seed and number of resamples are part of the
 *       result.
 * </ul>
 *
 * <p>Distributions, ranks, percentiles, regression and proportions are Hipparchus's. Written here,
 * because Hipparchus 4.0.3 has it not or only for data without ties: exact distributions of rank
 * statistics given ties, Kendall's p-value, partial correlation, the bootstrap, effect sizes and
 * the noncentral t distribution, trend tests, equivalence, corrections for many tests. May use
 * {@code error} and {@code random}.
 */
@NullMarked
package org.thalweg.statistics;

import org.jspecify.annotations.NullMarked;
