package org.thalweg.study.analysis;

import org.thalweg.statistics.Interval;

/**
 * Two levels of a factor compared in one quantity, seed by seed.
 *
 * <p>The seeds are the unit of replication: the difference of a seed is the mean of first − second
 * over the combinations of the other factors, and t-test and interval are over the seeds'
 * differences. Trials of one seed share the order of samples, so that taking each of them for an
 * independent measurement would promise too much. A combination that is missing at every seed is
 * left out; a seed that lacks another one is left out and counted.
 *
 * <p>Misleads: says nothing about levels and settings that were not run. The interval of the
 * difference takes the seeds' differences for normal; of a positive, skewed quantity the ratio is
 * safer.
 *
 * @param quantity which
 * @param factor between whose levels
 * @param first level
 * @param second level
 * @param firstMean mean over the trials of this level that have the quantity
 * @param secondMean likewise
 * @param difference mean of first − second with its 95 % interval
 * @param ratio of geometric means, first / second, with its 95 % interval (Student's on the
 *     logarithms); NaN unless all values are positive
 * @param effectSize Cohen's d_z: mean difference over the standard deviation of the seeds'
 *     differences, with its 95 % interval
 * @param pValue two-sided, of the paired t-test of the difference
 * @param adjustedPValue the same after Holm, over all pairs of levels of this factor in this
 *     quantity
 * @param seeds how many entered
 * @param missingSeeds how many were left out
 * @param pairs pairs of trials that entered
 */
public record ComparisonResult(
    String quantity,
    String factor,
    String first,
    String second,
    double firstMean,
    double secondMean,
    Interval difference,
    Interval ratio,
    Interval effectSize,
    double pValue,
    double adjustedPValue,
    int seeds,
    int missingSeeds,
    int pairs) {

  ComparisonResult adjusted(double value) {
    return new ComparisonResult(
        quantity,
        factor,
        first,
        second,
        firstMean,
        secondMean,
        difference,
        ratio,
        effectSize,
        pValue,
        value,
        seeds,
        missingSeeds,
        pairs);
  }
}
