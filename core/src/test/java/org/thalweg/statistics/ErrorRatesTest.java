package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;

/**
 * A thousand simulated data sets each: tests reject a true null hypothesis as often as they say,
 * intervals cover the true value as often as they say. The tolerance is four standard deviations of
 * a binomial count.
 */
class ErrorRatesTest {
  private static final int SETS = 1000;
  private static final double FOUR_DEVIATIONS = 4 * Math.sqrt(0.05 * 0.95 / SETS);

  /** How often something holds. */
  private static double share(String purpose, Predicate<RandomStream> holds) {
    return IntStream.range(0, SETS)
            .filter(set -> holds.test(RandomStream.of(11, purpose, set)))
            .count()
        / (double) SETS;
  }

  /** A test of level 5 % whose null distribution is continuous. */
  private static void rejectsFivePercent(String name, ToDoubleFunction<RandomStream> pValue) {
    assertThat(share(name, random -> pValue.applyAsDouble(random) <= 0.05))
        .as(name)
        .isBetween(0.05 - FOUR_DEVIATIONS, 0.05 + FOUR_DEVIATIONS);
  }

  /** A test with few possible p-values rejects less often. */
  private static void rejectsAtMostFivePercent(String name, ToDoubleFunction<RandomStream> pValue) {
    assertThat(share(name, random -> pValue.applyAsDouble(random) <= 0.05))
        .as(name)
        .isBetween(0.005, 0.05 + FOUR_DEVIATIONS);
  }

  private static void covers(String name, double truth, Simulated simulated) {
    assertThat(share(name, random -> simulated.interval(random).contains(truth)))
        .as(name)
        .isBetween(0.95 - FOUR_DEVIATIONS, 0.95 + FOUR_DEVIATIONS);
  }

  /** The interval of one simulated data set. */
  @FunctionalInterface
  private interface Simulated {
    Interval interval(RandomStream random);
  }

  private static double[] normal(RandomStream random, int n, double mean, double deviation) {
    return IntStream.range(0, n).mapToDouble(i -> mean + deviation * random.gaussian()).toArray();
  }

  private static double[] plus(double[] x, double factor, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] + factor * y[i]).toArray();
  }

  @Test
  void testsOfMeans() {
    rejectsFivePercent(
        "paired t",
        random -> {
          double[] seed = normal(random, 5, 0, 3);
          double[] x = plus(seed, 1, random.gaussians(5));
          double[] y = plus(seed, 1, random.gaussians(5));
          return pairedT(x, y);
        });
    rejectsFivePercent(
        "welch",
        random ->
            StudentTest.welch(
                    normal(random, 6, 0, 1), normal(random, 12, 0, 3), Alternative.GREATER)
                .pValue());
    rejectsFivePercent(
        "equivalence at its margin",
        random -> Equivalence.oneSample(normal(random, 10, 0.5, 0.3), -0.5, 0.5).pValue());
  }

  @Test
  void rankTests() {
    rejectsAtMostFivePercent(
        "wilcoxon",
        random -> WilcoxonSignedRank.of(random.gaussians(8), Alternative.TWO_SIDED).pValue());
    rejectsAtMostFivePercent(
        "sign flips",
        random -> SignFlipTest.of(random.gaussians(8), Alternative.TWO_SIDED, 0).pValue());
    rejectsAtMostFivePercent(
        "mann-whitney with ties",
        random ->
            MannWhitney.of(rounded(random, 7), rounded(random, 9), Alternative.TWO_SIDED).pValue());
    rejectsAtMostFivePercent(
        "jonckheere",
        random ->
            TrendTest.jonckheere(
                    List.of(random.gaussians(5), random.gaussians(5), random.gaussians(5)),
                    Alternative.GREATER)
                .pValue());
    rejectsAtMostFivePercent(
        "page",
        random ->
            TrendTest.page(
                    IntStream.range(0, 5).mapToObj(seed -> random.gaussians(4)).toList(),
                    Alternative.GREATER)
                .pValue());
  }

  private static double[] rounded(RandomStream random, int n) {
    return IntStream.range(0, n).mapToDouble(i -> Math.rint(2 * random.gaussian())).toArray();
  }

  @Test
  void correlations() {
    for (CorrelationKind kind : CorrelationKind.values()) {
      rejectsFivePercent(
          kind + " 30",
          random -> Correlation.of(kind, random.gaussians(30), random.gaussians(30)).pValue());
      rejectsAtMostFivePercent(
          kind + " 6",
          random -> Correlation.of(kind, random.gaussians(6), random.gaussians(6)).pValue());
    }
    rejectsFivePercent(
        "partial, given what causes both",
        random -> {
          double[] cause = random.gaussians(20);
          double[] x = plus(cause, 0.5, random.gaussians(20));
          double[] y = plus(cause, 0.5, random.gaussians(20));
          return PartialCorrelation.of(CorrelationKind.PEARSON, x, y, List.of(cause)).pValue();
        });
  }

  @Test
  void intervals() {
    covers("mean of 5", 2, random -> SampleSummary.of(normal(random, 5, 2, 3)).mean());
    covers(
        "r = 0.6",
        0.6,
        random -> {
          double[] x = random.gaussians(20);
          // Slope 0.75 = 0.6/0.8 on noise of deviation 1.
          return Correlation.pearson(x, plus(random.gaussians(20), 0.75, x)).interval();
        });
    covers("d_z = 1", 1, random -> EffectSize.cohenDz(normal(random, 5, 2, 2)).interval());
    covers(
        "Cliff's delta",
        // P(X > Y) = Φ(1/√2)
        2 * NullDistribution.normal(Math.sqrt(0.5)) - 1,
        random ->
            EffectSize.cliffDelta(normal(random, 10, 1, 1), normal(random, 10, 0, 1)).interval());
    covers(
        "slope",
        0.75,
        random -> {
          double[] x = random.gaussians(10);
          double[] y = plus(random.gaussians(10), 0.75, x);
          return LeastSquares.fit(List.of("x"), List.of(x), y).terms().get(1).coefficient();
        });
  }

  @Test
  void bootstrapIntervalsCoverALittleLess() {
    Bootstrap quick = new Bootstrap(200, 1, 0.95, Bootstrap.Method.BCA);
    double coverage =
        share(
            "bootstrap of a mean of 20",
            random -> {
              double[] x = random.gaussians(20);
              return quick
                  .interval(
                      Resampling.independent(20), rows -> StatUtils.mean(CompleteRows.at(rows, x)))
                  .interval()
                  .contains(0);
            });
    assertThat(coverage).isBetween(0.90, 0.97);
  }

  private static double pairedT(double[] x, double[] y) {
    return StudentTest.paired(x, y, Alternative.TWO_SIDED).pValue();
  }

  @Test
  void holmKeepsTheFamily() {
    double families =
        share(
            "holm",
            random -> {
              double[] reference = random.gaussians(6);
              double[] p =
                  IntStream.range(0, 8)
                      .mapToObj(cell -> random.gaussians(6))
                      .mapToDouble(cell -> pairedT(cell, reference))
                      .toArray();
              return Arrays.stream(Multiplicity.HOLM.adjust(p)).anyMatch(value -> value <= 0.05);
            });
    assertThat(families).isBetween(0.005, 0.05 + FOUR_DEVIATIONS);
  }

  @Test
  void aPlantedDifferenceIsFound() {
    // The first cell is higher by five deviations: seen in all its comparisons, and only there.
    double[] hits = new double[2];
    for (int set = 0; set < 100; set++) {
      Comparisons all = Comparisons.allPairs(cells(RandomStream.of(12, "planted", set), 5));
      List<Boolean> found =
          all.comparisons().stream().map(c -> c.adjustedPValue() <= 0.05).toList();
      hits[0] += found.subList(0, 2).stream().filter(Boolean::booleanValue).count() / 200.0;
      hits[1] += found.get(2) ? 1 / 100.0 : 0;
    }
    assertThat(hits[0]).isGreaterThan(0.9);
    assertThat(hits[1]).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / 100));
  }

  /** Three cells of six seeds, what a seed does to all of them included; the first is raised. */
  private static Map<String, Map<Long, Double>> cells(RandomStream random, double raised) {
    double[] seed = normal(random, 6, 0, 5);
    Map<String, Map<Long, Double>> cells = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      double[] values = plus(seed, 1, random.gaussians(6));
      if (name.equals("a")) {
        values = plus(values, raised, IntStream.range(0, 6).mapToDouble(i -> 1).toArray());
      }
      cells.put(name, Agreement.cell(values));
    }
    return cells;
  }

  @Test
  void falseDiscoveriesAreRare() {
    // Ten hypotheses, half of them true.
    List<Double> shares = new ArrayList<>();
    for (int set = 0; set < SETS; set++) {
      RandomStream random = RandomStream.of(13, "discoveries", set);
      double[] p =
          IntStream.range(0, 10)
              .mapToDouble(
                  j ->
                      StudentTest.oneSample(
                              normal(random, 8, j < 5 ? 0 : 1.5, 1), 0, Alternative.TWO_SIDED)
                          .pValue())
              .toArray();
      double[] adjusted = Multiplicity.BENJAMINI_HOCHBERG.adjust(p);
      long wrong = IntStream.range(0, 5).filter(j -> adjusted[j] <= 0.05).count();
      long all = IntStream.range(0, 10).filter(j -> adjusted[j] <= 0.05).count();
      shares.add(all == 0 ? 0.0 : (double) wrong / all);
    }
    double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    // Half of the hypotheses are true, so the rate is at most half of 5 %.
    assertThat(mean).isBetween(0.01, 0.025 + FOUR_DEVIATIONS / 2);
  }
}
