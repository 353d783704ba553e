package org.thalweg.statistics;

/**
 * A bootstrap interval and how it arose.
 *
 * @param interval the statistic of the data with its interval
 * @param standardError the standard deviation over the resamples
 * @param bootstrap number of resamples, seed, level and method
 * @param undefined resamples for which the statistic did not exist; they are left out
 * @param note why the interval is NaN or has no width; empty otherwise
 */
public record Bootstrapped(
    Interval interval, double standardError, Bootstrap bootstrap, int undefined, String note) {}
