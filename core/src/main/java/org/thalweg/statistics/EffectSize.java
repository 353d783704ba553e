package org.thalweg.statistics;

import org.hipparchus.special.Gamma;

/**
 * How large a difference is, freed of its unit.
 *
 * <pre>
 * COHEN_DZ        mean/standard deviation of the differences of pairs
 * HEDGES_G        J·(x̄ − ȳ)/s of independent samples, s pooled, with the factor
 *                 J = Γ(ν/2)/(√(ν/2)·Γ((ν − 1)/2)), ν = n + m − 2, that takes the bias out
 * CLIFF_DELTA     P(X &gt; Y) − P(X &lt; Y) of independent samples
 * RANK_BISERIAL   (W⁺ − W⁻)/(W⁺ + W⁻) of pairs, W± the rank sums of positive and negative
 *                 differences without zeros
 * </pre>
 *
 * <p>Intervals. The first two: exact for normal data, from the noncentral t distribution. Cliff's:
 * 2θ − 1 of Newcombe's score interval (his method 5) for θ = P(X &gt; Y) + ½P(X = Y), which is
 * sensible at ±1. Rank-biserial: Wilson's score interval with the ranks for weights, (r ± √(c(1 + c
 * − r²)))/(1 + c) with c = z²Σw²/(Σw)²; without weights it is Wilson's interval of a share.
 *
 * <p>Misleads: d_z of pairs is larger than g of the same cells if pairs are alike, so the two must
 * not be compared; from 5 pairs d_z is a quarter too large on average. 0.2, 0.5, 0.8 are called
 * small, medium and large in psychology, not here.
 *
 * <p>J. Cohen (1988); L. V. Hedges, Journal of Educational Statistics 6 (1981); N. Cliff,
 * Psychological Bulletin 114 (1993); R. G. Newcombe, Statistics in Medicine 25 (2006) 559; D. S.
 * Kerby, Comprehensive Psychology 3 (2014).
 *
 * @param kind which definition
 * @param interval the effect size with its interval
 * @param count pairs, or values of both samples
 * @param missing left out because a value is missing
 * @param note why something is NaN; empty if nothing is
 */
public record EffectSize(Kind kind, Interval interval, int count, int missing, String note) {
  /** The definitions. */
  public enum Kind {
    COHEN_DZ,
    HEDGES_G,
    CLIFF_DELTA,
    RANK_BISERIAL
  }

  /** The effect size: {@code interval().estimate()}. */
  public double value() {
    return interval.estimate();
  }

  /** Cohen's d_z of differences of pairs, 95 %. */
  public static EffectSize cohenDz(double... differences) {
    return cohenDz(differences, Interval.LEVEL);
  }

  /** Cohen's d_z of differences of pairs. */
  public static EffectSize cohenDz(double[] differences, double level) {
    CompleteRows rows = CompleteRows.finite(differences);
    double[] d = rows.column(0);
    return cohenDz(d, Spread.largest(d), rows.missing(), level);
  }

  /** Differences of numbers of this size; all are finite. */
  static EffectSize cohenDz(double[] d, double size, int missing, double level) {
    if (d.length < 2 || Spread.constant(d, size)) {
      return none(Kind.COHEN_DZ, d.length, missing, level, whyNot(d.length));
    }
    double value = Moments.mean(d) / Moments.deviation(d);
    if (!Double.isFinite(value)) {
      return none(Kind.COHEN_DZ, d.length, missing, level, StudentTest.NO_SPREAD);
    }
    double root = Math.sqrt(d.length);
    Interval scaled = new NoncentralT(value * root, d.length - 1).interval(level).times(1 / root);
    return new EffectSize(Kind.COHEN_DZ, scaled, d.length, missing, "");
  }

  /** Hedges' g of two independent samples, 95 %. */
  public static EffectSize hedgesG(double[] x, double[] y) {
    return hedgesG(x, y, Interval.LEVEL);
  }

  /** Hedges' g of two independent samples. */
  public static EffectSize hedgesG(double[] x, double[] y, double level) {
    CompleteRows first = CompleteRows.finite(x);
    CompleteRows second = CompleteRows.finite(y);
    double[] a = first.column(0);
    double[] b = second.column(0);
    int missing = first.missing() + second.missing();
    int count = a.length + b.length;
    boolean few = a.length < 2 || b.length < 2;
    if (few || (Spread.constant(a) && Spread.constant(b))) {
      return none(Kind.HEDGES_G, count, missing, level, whyNot(few ? 0 : count));
    }
    double freedom = count - 2;
    double pooled =
        Math.hypot(
            Moments.deviation(a) * Math.sqrt((a.length - 1) / freedom),
            Moments.deviation(b) * Math.sqrt((b.length - 1) / freedom));
    double error = Math.sqrt(1.0 / a.length + 1.0 / b.length);
    double t = (Moments.mean(a) - Moments.mean(b)) / (pooled * error);
    if (!Double.isFinite(t)) {
      return none(Kind.HEDGES_G, count, missing, level, StudentTest.NO_SPREAD);
    }
    Interval scaled =
        new NoncentralT(t, freedom).interval(level).times(error * biasFactor(freedom));
    return new EffectSize(Kind.HEDGES_G, scaled, count, missing, "");
  }

  /** Cliff's δ of two independent samples, 95 %; ±∞ is a value. */
  public static EffectSize cliffDelta(double[] x, double[] y) {
    return cliffDelta(x, y, Interval.LEVEL);
  }

  /** Cliff's δ of two independent samples; ±∞ is a value. */
  public static EffectSize cliffDelta(double[] x, double[] y, double level) {
    CompleteRows first = CompleteRows.ordered(x);
    CompleteRows second = CompleteRows.ordered(y);
    int n = first.count();
    int m = second.count();
    int missing = first.missing() + second.missing();
    if (n == 0 || m == 0) {
      return none(Kind.CLIFF_DELTA, n + m, missing, level, "a sample is empty");
    }
    double theta = MannWhitney.greater(first.column(0), second.column(0)) / ((double) n * m);
    Interval superiority = SuperiorityInterval.of(theta, n, m, level);
    Interval delta =
        new Interval(2 * theta - 1, 2 * superiority.low() - 1, 2 * superiority.high() - 1, level);
    return new EffectSize(Kind.CLIFF_DELTA, delta, n + m, missing, "");
  }

  /** The rank-biserial correlation of differences of pairs, 95 %; ±∞ is a value. */
  public static EffectSize rankBiserial(double... differences) {
    return rankBiserial(differences, Interval.LEVEL);
  }

  /** The rank-biserial correlation of differences of pairs; ±∞ is a value. */
  public static EffectSize rankBiserial(double[] differences, double level) {
    SignedRanks ranks = SignedRanks.of(differences);
    int n = ranks.count();
    if (n == 0) {
      return none(Kind.RANK_BISERIAL, 0, ranks.missing(), level, "all differences are 0");
    }
    double r = (ranks.positive() - ranks.negative()) / ranks.total();
    double z = NullDistribution.normalQuantile(level);
    double c = z * z * ranks.squares() / (ranks.total() * ranks.total());
    double reach = Math.sqrt(c * (1 + c - r * r));
    Interval score = new Interval(r, (r - reach) / (1 + c), (r + reach) / (1 + c), level);
    return new EffectSize(Kind.RANK_BISERIAL, score, n, ranks.missing(), "");
  }

  private static double biasFactor(double freedom) {
    double logarithm = Gamma.logGamma(freedom / 2) - Gamma.logGamma((freedom - 1) / 2);
    return Math.exp(logarithm) / Math.sqrt(freedom / 2);
  }

  private static String whyNot(int count) {
    return count < 2 ? StudentTest.TOO_FEW : StudentTest.NO_SPREAD;
  }

  private static EffectSize none(Kind kind, int count, int missing, double level, String why) {
    return new EffectSize(kind, Interval.missing(level), count, missing, why);
  }
}
