package org.thalweg.statistics;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The interval of θ = P(X &gt; Y) + ½P(X = Y): all θ with |θ̂ − θ| ≤ z·√V(θ), where V(θ) = θ(1 −
 * θ)(1 + k(1 − θ)/(2 − θ) + kθ/(1 + θ))/(nm) and k = (n + m)/2 − 1 (R. G. Newcombe, Statistics in
 * Medicine 25 (2006) 559, method 5).
 */
final class SuperiorityInterval {
  private SuperiorityInterval() {}

  static Interval of(double theta, int n, int m, double level) {
    double z = NullDistribution.normalQuantile(level);
    double k = (n + m) / 2.0 - 1;
    UnivariateFunction reach =
        x ->
            z
                * Math.sqrt(
                    x * (1 - x) * (1 + k * (1 - x) / (2 - x) + k * x / (1 + x)) / ((double) n * m));
    double low = theta == 0 ? 0 : root(x -> theta - x - reach.value(x), 0, theta);
    double high = theta == 1 ? 1 : root(x -> x - theta - reach.value(x), theta, 1);
    return new Interval(theta, low, high, level);
  }

  private static double root(UnivariateFunction f, double low, double high) {
    // At the end 0 or 1 the reach is 0 and the value positive; at θ̂ it is not positive.
    return f.value(low) * f.value(high) < 0
        ? new BracketingNthOrderBrentSolver(1e-13, 1e-14, 1e-15, 5).solve(1000, f, low, high)
        : atTheEnd(f, low, high);
  }

  /** θ̂ is 0 or 1: besides θ̂ itself there is one more root, away from it. */
  private static double atTheEnd(UnivariateFunction f, double low, double high) {
    double a = f.value(low) == 0 ? low : high;
    double b = a == low ? high : low;
    double inside = a + 1e-9 * (b - a);
    return new BracketingNthOrderBrentSolver(1e-13, 1e-14, 1e-15, 5)
        .solve(1000, f, Math.min(inside, b), Math.max(inside, b));
  }
}
