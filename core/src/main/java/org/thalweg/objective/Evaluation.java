package org.thalweg.objective;

/**
 * The loss at one point.
 *
 * @param loss exact mean over the samples, accumulated in float64
 * @param lossStandardError standard error of that mean, from the spread between samples; NaN when
 *     the objective has no samples
 * @param accuracy share of right answers; NaN when the task has none
 */
public record Evaluation(double loss, double lossStandardError, double accuracy) {
  /** The value of a function without samples. */
  public static Evaluation exact(double loss) {
    return new Evaluation(loss, Double.NaN, Double.NaN);
  }
}
