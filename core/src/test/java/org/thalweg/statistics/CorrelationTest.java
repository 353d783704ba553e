package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/** Against scipy 1.17.1 where no other source is named. */
class CorrelationTest {
  private static final double NAN = Double.NaN;

  /** Twelve rows with ties in both columns. */
  private static final double[] X = {
    0.342, 0.214, 0.087, 0.053, 0.156, 0.124, 0.089, 0.3, 0.21, 0.1, 0.156, 0.4
  };

  private static final double[] Y = {
    0.11, 0.07, 0.03, 0.035, 0.06, 0.05, 0.03, 0.09, 0.08, 0.02, 0.04, 0.1
  };

  /** Seven rows without ties, and seven with. */
  private static final double[] A = {2.1, 3.4, 1.2, 5.6, 4.4, 0.3, 7.7};

  private static final double[] B = {1.0, 2.5, 1.7, 3.9, 4.2, 0.4, 3.1};
  private static final double[] C = {1, 2, 2, 3, 5, 5, 4};
  private static final double[] D = {1, 1, 2, 3, 3, 4, 3};

  /** Thirty rows without ties. */
  static final double[] U = {
    0.346, 0.822, 0.33, -1.303, 0.905, 0.446, -0.537, 0.581, 0.365, 0.294, 0.028, 0.547, -0.736,
    -0.163, -0.482, 0.599, 0.04, -0.292, -0.782, -0.257, 0.008, -0.276, 1.294, 1.007, -2.711,
    -1.889, -0.175, -0.422, 0.214, 0.217
  };

  static final double[] V = {
    2.256, -0.783, -0.246, 1.522, 1.009, 0.841, -0.729, -1.416, 0.313, 0.227, -1.216, -0.464,
    -0.366, -1.01, -0.291, 0.335, 0.052, -0.623, 0.281, 0.788, 0.324, -0.929, 1.249, -0.099, -0.205,
    -1.827, 0.844, -0.189, -1.163, -0.227
  };

  @Test
  void pearson() {
    // stats.pearsonr(X, Y), .confidence_interval(0.95)
    Correlation r = Correlation.pearson(X, Y);
    agrees(r.interval(), 0.9372946197652746, 0.7864200795523025, 0.98262669725145);
    agrees(r.pValue(), 6.86810990868661e-06);
    assertThat(r.distribution()).isEqualTo(NullDistribution.STUDENT);
    assertThat(r.count()).isEqualTo(12);
    assertThat(r.note()).isEmpty();
    // stats.pearsonr(U, V)
    Correlation weak = Correlation.pearson(U, V);
    agrees(weak.coefficient(), 0.20734622636591474);
    agrees(weak.pValue(), 0.271581770490239);
  }

  @Test
  void pearsonOneSided() {
    // stats.pearsonr(X, Y, alternative='greater' | 'less'), .confidence_interval(0.9)
    Correlation greater = Correlation.of(CorrelationKind.PEARSON, X, Y, Alternative.GREATER, 0.9);
    agrees(greater.pValue(), 3.434054954343305e-06);
    agrees(greater.interval(), 0.9372946197652746, 0.8233131233525428, 0.9786087990784117);
    Correlation less = Correlation.of(CorrelationKind.PEARSON, X, Y, Alternative.LESS, 0.9);
    agrees(less.pValue(), 0.9999965659450456);
  }

  @Test
  void spearman() {
    // stats.spearmanr(X, Y); the interval from its formula in numpy 2.4.6
    Correlation rho = Correlation.spearman(X, Y);
    agrees(rho.interval(), 0.9087719298245616, 0.6314618561034215, 0.9799781695839122);
    agrees(rho.pValue(), 4.26274164650509e-05);
    // stats.spearmanr(U, V)
    agrees(Correlation.spearman(U, V).coefficient(), 0.21735261401557288);
    agrees(Correlation.spearman(U, V).pValue(), 0.24859783216056736);
  }

  @Test
  void spearmanOfFewRowsIsExact() {
    // stats.permutation_test((B,), rho, permutation_type='pairings', n_resamples=inf)
    exact(CorrelationKind.SPEARMAN, A, B, 0.8214285714285715, 0.034126984126984124);
    exact(CorrelationKind.SPEARMAN, C, D, 0.9051314215854633, 0.01904761904761905);
    agrees(oneSided(CorrelationKind.SPEARMAN, A, B, Alternative.GREATER), 0.017063492063492062);
    agrees(oneSided(CorrelationKind.SPEARMAN, A, B, Alternative.LESS), 0.9880952380952381);
    agrees(oneSided(CorrelationKind.SPEARMAN, C, D, Alternative.GREATER), 0.009523809523809525);
  }

  @Test
  void kendall() {
    // stats.kendalltau(X, Y), the normal approximation given the ties
    Correlation tau = Correlation.kendall(X, Y);
    agrees(tau.interval(), 0.7384615384615385, 0.45342605172339306, 0.8864640244757757);
    agrees(tau.pValue(), 0.0009431752029894032);
    assertThat(tau.distribution()).isEqualTo(NullDistribution.NORMAL);
    agrees(oneSided(CorrelationKind.KENDALL, X, Y, Alternative.GREATER), 0.0004715876014947016);
    agrees(oneSided(CorrelationKind.KENDALL, X, Y, Alternative.LESS), 0.9995284123985053);
  }

  @Test
  void kendallWithoutTiesIsExact() {
    // stats.kendalltau(…, method='exact')
    exact(CorrelationKind.KENDALL, A, B, 0.6190476190476191, 0.06904761904761905);
    exact(CorrelationKind.KENDALL, U, V, 0.14022988505747128, 0.2871105168950618);
    double[] nearU = IntStream.range(0, 30).mapToDouble(i -> U[i] + 0.01 * V[i]).toArray();
    exact(CorrelationKind.KENDALL, U, nearU, 0.9908045977011495, 3.4985485195411604e-30);
    agrees(oneSided(CorrelationKind.KENDALL, A, B, Alternative.GREATER), 0.034523809523809526);
  }

  @Test
  void kendallOfFewRowsIsExactWithTies() {
    // stats.permutation_test((D,), tau, permutation_type='pairings', n_resamples=inf)
    exact(CorrelationKind.KENDALL, C, D, 0.8346223261119858, 0.01904761904761905);
    agrees(oneSided(CorrelationKind.KENDALL, C, D, Alternative.GREATER), 0.009523809523809525);
  }

  @Test
  void kendallAgreesWithHipparchusAlsoWithManyTies() {
    RandomStream random = RandomStream.of(1, "ties");
    for (int trial = 0; trial < 50; trial++) {
      double[] x = IntStream.range(0, 40).mapToDouble(i -> random.below(6)).toArray();
      double[] y = IntStream.range(0, 40).mapToDouble(i -> random.below(4) + x[i] / 3).toArray();
      assertThat(Correlation.kendall(x, y).coefficient())
          .isCloseTo(new KendallsCorrelation().correlation(x, y), within(1e-13));
    }
  }

  private static void exact(
      CorrelationKind kind, double[] x, double[] y, double coefficient, double pValue) {
    Correlation correlation = Correlation.of(kind, x, y);
    agrees(correlation.coefficient(), coefficient);
    agrees(correlation.pValue(), pValue);
    assertThat(correlation.distribution()).isEqualTo(NullDistribution.EXACT);
  }

  private static double oneSided(
      CorrelationKind kind, double[] x, double[] y, Alternative alternative) {
    return Correlation.of(kind, x, y, alternative, 0.95).pValue();
  }

  @Test
  void perfectOrder() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {1, 8, 27, 64, 125};
    // Of 5! orders one is as extreme on each side.
    for (CorrelationKind kind :
        new CorrelationKind[] {CorrelationKind.SPEARMAN, CorrelationKind.KENDALL}) {
      Correlation correlation = Correlation.of(kind, x, y);
      agrees(correlation.coefficient(), 1);
      agrees(correlation.pValue(), 2 / 120.0);
    }
    Correlation line = Correlation.pearson(x, new double[] {3, 5, 7, 9, 11});
    assertThat(line.coefficient()).isEqualTo(1);
    assertThat(line.pValue()).isZero();
    assertThat(line.interval().low()).isEqualTo(1);
  }

  @Test
  void constantColumnsHaveNoCorrelation() {
    double[] constant = {0.1, 0.1, 0.1, 0.1};
    for (CorrelationKind kind : CorrelationKind.values()) {
      Correlation none = Correlation.of(kind, new double[] {1, 2, 3, 4}, constant);
      assertThat(none.coefficient()).isNaN();
      assertThat(none.pValue()).isNaN();
      assertThat(none.interval().known()).isFalse();
      assertThat(none.distribution()).isEqualTo(NullDistribution.NONE);
      assertThat(none.note()).contains("constant");
    }
  }

  @Test
  void tooFewRows() {
    for (CorrelationKind kind : CorrelationKind.values()) {
      Correlation two = Correlation.of(kind, new double[] {1, 2, NAN}, new double[] {1, 3, 5});
      assertThat(two.coefficient()).isEqualTo(1);
      assertThat(two.pValue()).isNaN();
      assertThat(two.note()).contains("fewer than 3");
      assertThat(two.missing()).isEqualTo(1);
      Correlation none = Correlation.of(kind, new double[0], new double[0]);
      assertThat(none.coefficient()).isNaN();
      assertThat(none.count()).isZero();
    }
    Correlation three = Correlation.pearson(new double[] {1, 2, 3}, new double[] {1, 3, 4});
    assertThat(three.interval().known()).isFalse();
    assertThat(three.pValue()).isBetween(0.0, 1.0);
  }

  @Test
  void divergedLossesAreMissingForPearsonAndLargestForRanks() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {2, 1, 3, 4, Double.POSITIVE_INFINITY};
    assertThat(Correlation.pearson(x, y).missing()).isEqualTo(1);
    double[] finite = {2, 1, 3, 4, 1e9};
    assertThat(Correlation.spearman(x, y)).isEqualTo(Correlation.spearman(x, finite));
    assertThat(Correlation.kendall(x, y)).isEqualTo(Correlation.kendall(x, finite));
  }

  @Test
  void sizesDoNotMatter() {
    for (double scale : new double[] {1e-200, 1e-8, 1e200}) {
      double[] scaled = IntStream.range(0, 30).mapToDouble(i -> scale * U[i]).toArray();
      agrees(Correlation.pearson(scaled, V).coefficient(), 0.20734622636591474);
    }
  }

  @Test
  void smallCoefficientsKeepTheirDigits() {
    // Orthogonal deviations plus 1e-9 of the same: r = 1e-9/√(1 + 1e-18).
    double[] x = {-1, -1, 1, 1};
    double[] y = {-1 - 1e-9, 1 - 1e-9, -1 + 1e-9, 1 + 1e-9};
    assertThat(Correlation.pearson(x, y).coefficient()).isCloseTo(1e-9, within(1e-16));
  }

  @Test
  void columnsOfDifferentLengthsAreRefused() {
    assertThatThrownBy(() -> Correlation.pearson(new double[3], new double[4]))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("3 and of 4");
  }
}
