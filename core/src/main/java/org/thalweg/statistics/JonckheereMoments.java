package org.thalweg.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Mean and variance of Jonckheere's J under the null hypothesis, given the ties (Hollander, Wolfe
 * and Chicken, equations 6.16 and 6.19).
 */
record JonckheereMoments(double mean, double variance) {
  static JonckheereMoments of(List<double[]> groups) {
    double[] sizes = groups.stream().mapToDouble(group -> group.length).toArray();
    double[] pooled = groups.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] ties = Arrays.stream(Ranks.tieSizes(pooled)).asDoubleStream().toArray();
    double n = pooled.length;
    double[] whole = {n};
    double mean = (n * n - DoubleStream.of(sizes).map(size -> size * size).sum()) / 4;
    double variance = (fives(whole) - fives(sizes) - fives(ties)) / 72;
    variance += pairs(sizes) * pairs(ties) / (8 * pairs(whole));
    if (n > 2) {
      variance += triples(sizes) * triples(ties) / (36 * triples(whole));
    }
    return new JonckheereMoments(mean, variance);
  }

  double z(double j) {
    return (j - mean) / Math.sqrt(variance);
  }

  private static double pairs(double[] sizes) {
    return DoubleStream.of(sizes).map(t -> t * (t - 1)).sum();
  }

  private static double triples(double[] sizes) {
    return DoubleStream.of(sizes).map(t -> t * (t - 1) * (t - 2)).sum();
  }

  private static double fives(double[] sizes) {
    return DoubleStream.of(sizes).map(t -> t * (t - 1) * (2 * t + 5)).sum();
  }
}
