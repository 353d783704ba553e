package org.thalweg.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.result.EffectiveDimension;
import org.thalweg.result.Estimate;
import org.thalweg.result.Outcome;
import org.thalweg.result.Quadrature;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.Values;

/**
 * The spectral density of quadrature rules, smoothed with a normal kernel whose standard deviation
 * is a hundredth of the range of the eigenvalues; mean and standard error over the rules.
 *
 * <p>The grid is four times finer than the kernel and reaches six of its widths beyond the
 * outermost nodes, so that the density integrates to 1.
 */
public final class KernelDensity {
  private static final double RELATIVE_WIDTH = 0.01;
  private static final double MARGIN = 6;
  private static final double POINTS_PER_WIDTH = 4;

  /** Eigenvalues above minus this share of the largest count as zero: most are, of either sign. */
  private static final double ZERO = 1e-3;

  private static final double[] SHARES = {0.1, 0.01, 0.001};

  private final List<Quadrature> rules;
  private final Outcome outcome;

  private KernelDensity(List<Quadrature> rules, Outcome outcome) {
    this.rules = rules;
    this.outcome = outcome;
  }

  /**
   * The density, with the share of negative eigenvalues and the effective dimension at a tenth, a
   * hundredth and a thousandth of the largest absolute value.
   *
   * @param dimension rows of the matrix
   */
  public static SpectralDensity of(QuadratureRules rules, int dimension) {
    return new KernelDensity(rules.rules(), rules.outcome()).density(dimension);
  }

  private SpectralDensity density(int dimension) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Quadrature rule : rules) {
      high = Math.max(high, rule.nodes().get(0));
      low = Math.min(low, rule.nodes().get(rule.nodes().size() - 1));
    }
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (rules.isEmpty()) {
      Values none = Values.of();
      Estimate missing = Estimate.missing(0, outcome);
      return new SpectralDensity(
          none, none, none, Double.NaN, rules, missing, Double.NaN, List.of(), outcome);
    }
    double width = RELATIVE_WIDTH * (high > low ? high - low : Math.max(size, 1e-300));
    double from = low - MARGIN * width;
    double to = high + MARGIN * width;
    Values x =
        Values.linspace(from, to, 1 + (int) Math.ceil(POINTS_PER_WIDTH * (to - from) / width));
    double[] mean = new double[x.size()];
    double[] error = new double[x.size()];
    for (int i = 0; i < mean.length; i++) {
      Estimate here = mean(normal(x.get(i), width));
      mean[i] = here.value();
      error[i] = here.standardError();
    }
    double threshold = ZERO * size;
    return new SpectralDensity(
        x,
        Values.of(mean),
        Values.of(error),
        width,
        rules,
        mean(node -> node < -threshold ? 1 : 0),
        threshold,
        effectiveDimensions(size, dimension),
        outcome);
  }

  private List<EffectiveDimension> effectiveDimensions(double size, int dimension) {
    List<EffectiveDimension> all = new ArrayList<>();
    for (double share : SHARES) {
      double c = share * size;
      if (c > 0) {
        all.add(
            new EffectiveDimension(c, mean(node -> node > 0 ? dimension * node / (node + c) : 0)));
      }
    }
    return all;
  }

  /** The mean of ∫f dμ over the rules. */
  private Estimate mean(DoubleUnaryOperator f) {
    SampleMean mean = new SampleMean();
    rules.forEach(rule -> mean.add(rule.integrate(f)));
    Estimate estimate = mean.estimate(0, Double.POSITIVE_INFINITY);
    return new Estimate(
        estimate.value(),
        estimate.standardError(),
        estimate.low(),
        estimate.high(),
        estimate.probes(),
        outcome);
  }

  private static DoubleUnaryOperator normal(double x, double width) {
    double factor = 1 / (width * Math.sqrt(2 * Math.PI));
    return node -> {
      double z = (x - node) / width;
      return factor * Math.exp(-z * z / 2);
    };
  }
}
