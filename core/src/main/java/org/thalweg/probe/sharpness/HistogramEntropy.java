package org.thalweg.probe.sharpness;

import java.util.Arrays;
import java.util.TreeMap;
import org.hipparchus.stat.StatUtils;
import org.thalweg.result.SharpnessError;
import org.thalweg.result.SharpnessValue;

/**
 * Local entropy of a histogram: −Σₖ qₖ ln qₖ, qₖ the share of n losses, at points drawn uniformly
 * in ‖δ‖₂ ≤ ε, that falls into bin k. Between 0 and the logarithm of the number of bins.
 *
 * <p>{@code differentialEntropy} is the value plus the logarithm of the width of a bin: an estimate
 * of that of the density of the losses, in nats, the lower the flatter. The standard error is that
 * of the shares, with the bins as they are. Costs n forward passes; values only.
 *
 * <p><b>When it misleads.</b> It depends on the bins more than on the network: with bins in
 * proportion to the spread of the losses, as both rules make them, it tells the shape of their
 * distribution but not how far they spread, so a sharp and a flat minimum may have the same value.
 * Too low by about (bins − 1)/(2n) (Miller 1955). Changes under rescaling of layers.
 *
 * <p>Source: the code of report R1, with shares in place of densities.
 *
 * @param radius ε
 */
public record HistogramEntropy(double radius, BinRule rule, SharpnessOptions options)
    implements SharpnessMeasure {
  @Override
  public String name() {
    return "entropy-histogram";
  }

  @Override
  public SharpnessValue measure(SharpnessPoint point) {
    double[] losses = BallLosses.of(point, radius, options);
    SharpnessValue value =
        Arrays.stream(losses).allMatch(Double::isFinite)
            ? entropy(losses)
            : SharpnessValue.of(name(), Double.NaN);
    return value.withRadius(radius, "‖δ‖₂").withDraws(losses.length);
  }

  private SharpnessValue entropy(double[] losses) {
    double width = rule.width(losses);
    double lowest = StatUtils.min(losses);
    double range = StatUtils.max(losses) - lowest;
    int last = width > 0 ? Math.max(0, (int) Math.ceil(range / width * (1 - 1e-12)) - 1) : 0;
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    for (double loss : losses) {
      int bin = width > 0 ? Math.min(last, (int) ((loss - lowest) / width)) : 0;
      counts.merge(bin, 1, Integer::sum);
    }
    double entropy = 0;
    double square = 0;
    for (int count : counts.values()) {
      double share = (double) count / losses.length;
      entropy -= share * Math.log(share);
      square += share * Math.log(share) * Math.log(share);
    }
    double variance = Math.max(0, square - entropy * entropy) / losses.length;
    return SharpnessValue.of(name(), entropy)
        .withError(
            new SharpnessError(
                Math.sqrt(variance), "standard error over draws, bins fixed", Double.NaN))
        .withDetail("bins", last + 1)
        .withDetail("binWidth", width)
        .withDetail("differentialEntropy", entropy + Math.log(width));
  }
}
