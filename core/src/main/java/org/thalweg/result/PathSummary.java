package org.thalweg.result;

/**
 * A quantity along a path in a few numbers. The integral is over the length travelled, ∫ y ds by
 * the trapezoidal rule, so that it does not depend on how fast t runs; the mean is the integral
 * over the length.
 *
 * @param minimum the lowest finite value; NaN if there is none
 * @param mean NaN if a value is missing or not finite, or the path has no length
 * @param maximum the highest finite value; NaN if there is none
 * @param integral in units of y times distance in parameter space
 */
public record PathSummary(double minimum, double mean, double maximum, double integral) {
  /**
   * The summary of these values.
   *
   * @param arcLength the length travelled at each point, not decreasing
   * @param y one value for each point
   */
  public static PathSummary of(Values arcLength, Values y) {
    double integral = 0;
    for (int i = 1; i < y.size(); i++) {
      integral += (arcLength.get(i) - arcLength.get(i - 1)) * (y.get(i) + y.get(i - 1)) / 2;
    }
    double length = arcLength.get(y.size() - 1) - arcLength.get(0);
    int lowest = y.indexOfLowest();
    int highest = y.indexOfHighest();
    return new PathSummary(
        lowest < 0 ? Double.NaN : y.get(lowest),
        integral / length,
        highest < 0 ? Double.NaN : y.get(highest),
        integral);
  }
}
