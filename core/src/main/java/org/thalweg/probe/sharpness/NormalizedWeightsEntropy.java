package org.thalweg.probe.sharpness;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * Local entropy of normalised weights: −Σ pᵢ ln pᵢ with pᵢ = e^(−Lᵢ/T) / Σⱼ e^(−Lⱼ/T) over n points
 * drawn uniformly in ‖δ‖₂ ≤ ε. Between 0 (one point has all the weight) and ln n (all losses are
 * equal: flat).
 *
 * <p>Where the losses hardly differ it is ln n − Var(L)/(2T²); {@code deficit} is ln n minus the
 * value, which does not depend on n for large n. The standard error is that of the deficit over
 * draws, by linearisation. Costs n forward passes; values only.
 *
 * <p><b>When it misleads.</b> It depends on n, ε and T: only values with the same three can be
 * compared. With T well above the spread of the losses every network has nearly ln n. Random points
 * all but never meet the few sharp directions. Changes under rescaling of layers.
 *
 * <p>Source: one reading of the local entropy of report R1.
 *
 * @param radius ε
 * @param temperature T, in units of the loss
 */
public record NormalizedWeightsEntropy(double radius, double temperature, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return "entropy-weights";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    SharpnessOptions.requirePositive("temperature", temperature);
    double[] losses = BallLosses.of(point, radius, options);
    int n = losses.length;
    double lowest = StatUtils.min(losses);
    // w = e^(−x) and a = xw with x ≥ 0 in units of T: S − ln n = ln mean w + mean a / mean w.
    double[] w = new double[n];
    double[] a = new double[n];
    for (int i = 0; i < n; i++) {
      double x = (losses[i] - lowest) / temperature;
      w[i] = Math.exp(-x);
      a[i] = w[i] == 0 ? 0 : x * w[i];
    }
    double meanWeight = StatUtils.mean(w);
    double ratio = StatUtils.mean(a) / meanWeight;
    boolean sound = Arrays.stream(losses).allMatch(loss -> loss > Double.NEGATIVE_INFINITY);
    double deficit = sound ? -Math.log(meanWeight) - ratio : Double.NaN;
    double[] influence = new double[n];
    for (int i = 0; i < n; i++) {
      influence[i] = (w[i] * (1 - ratio) + a[i]) / meanWeight;
    }
    // Rounding must not leave the interval.
    double value = Math.min(Math.log(n), Math.max(0, Math.log(n) - deficit));
    return SharpnessValue.of(name(), value)
        .withError(SharpnessError.overDraws(AverageNoise.standardError(influence)))
        .withRadius(radius, "‖δ‖₂")
        .withDraws(n)
        .withDetail("deficit", deficit)
        .withDetail("largestPossible", Math.log(n))
        .withDetail("effectiveDraws", Math.exp(value))
        .withDetail("temperature", temperature);
  }
}
