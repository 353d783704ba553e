package org.thalweg.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.statistics.Agreement.agrees;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;

/**
 * Against residuals of numpy 2.4.6 (linalg.lstsq) and scipy 1.17.1; coefficients and p-values also
 * agree with pingouin 0.7.0: partial_corr(…).
 */
class PartialCorrelationTest {
  private static final double NAN = Double.NaN;
  private static final double[] U = CorrelationTest.U;
  private static final double[] V = CorrelationTest.V;

  static final double[] W = {
    -0.45, 0.919, -0.743, -2.215, 0.349, -0.496, 0.186, 1.475, -1.56, 0.333, 1.603, 0.115, -1.069,
    0.974, 0.1, 1.095, -0.341, -1.441, -0.585, -0.811, 0.682, 0.334, -1.359, -0.662, -0.41, 0.283,
    -0.981, -0.155, 0.901, 0.645
  };

  static final double[] Z = {
    1.222, 1.078, 0.235, -1.562, 1.961, -1.805, -0.676, 0.614, -1.06, 0.627, -0.623, 1.409, -0.862,
    0.506, 0.737, 0.982, -0.836, -1.806, 0.971, -0.368, -0.681, -0.132, 1.103, 1.859, -2.677,
    -1.875, -0.89, 0.048, -0.82, 0.883
  };

  @Test
  void pearson() {
    Correlation one = PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(W));
    agrees(one.interval(), 0.3904256042848125, 0.027914268465121763, 0.6621780985421201);
    agrees(one.pValue(), 0.036264914704883515);
    assertThat(one.controls()).isEqualTo(1);
    Correlation two = PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(W, Z));
    agrees(two.interval(), 0.15028411868937558, -0.23602621876788635, 0.4955753573993061);
    agrees(two.pValue(), 0.445270584182805);
    assertThat(two.controls()).isEqualTo(2);
  }

  @Test
  void spearman() {
    Correlation one = PartialCorrelation.of(CorrelationKind.SPEARMAN, U, V, List.of(W));
    agrees(one.interval(), 0.3924651689705107, 0.015801926528420426, 0.6715814071322994);
    agrees(one.pValue(), 0.0352172611738759);
    Correlation two = PartialCorrelation.of(CorrelationKind.SPEARMAN, U, V, List.of(W, Z));
    agrees(two.interval(), 0.22361751469060534, -0.16780004530145945, 0.5541312915779578);
    agrees(two.pValue(), 0.2526721360103117);
  }

  @Test
  void theRecursionFormula() {
    double uv = Correlation.pearson(U, V).coefficient();
    double uw = Correlation.pearson(U, W).coefficient();
    double vw = Correlation.pearson(V, W).coefficient();
    double expected = (uv - uw * vw) / Math.sqrt((1 - uw * uw) * (1 - vw * vw));
    assertThat(PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(W)).coefficient())
        .isCloseTo(expected, within(1e-14));
  }

  @Test
  void withoutControlsItIsTheCorrelation() {
    Correlation plain = Correlation.pearson(U, V);
    Correlation partial = PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of());
    agrees(partial.coefficient(), plain.coefficient());
    agrees(partial.pValue(), plain.pValue());
    assertThat(partial.controls()).isZero();
  }

  @Test
  void controlsThatSayNothingNewDoNotCount() {
    double[] constant = new double[30];
    double[] copy = IntStream.range(0, 30).mapToDouble(i -> 3 - 1e6 * W[i]).toArray();
    Correlation once = PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(W));
    Correlation thrice =
        PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(constant, W, copy));
    assertThat(thrice.controls()).isEqualTo(1);
    assertThat(thrice.coefficient()).isCloseTo(once.coefficient(), within(1e-12));
    assertThat(thrice.pValue()).isCloseTo(once.pValue(), within(1e-12));
  }

  @Test
  void whatFollowsFromTheControlsHasNoCorrelation() {
    double[] twice = IntStream.range(0, 30).mapToDouble(i -> 2 * W[i] + 1).toArray();
    Correlation none = PartialCorrelation.of(CorrelationKind.PEARSON, twice, V, List.of(W));
    assertThat(none.coefficient()).isNaN();
    assertThat(none.note()).contains("follows from the controls");
    Correlation constant =
        PartialCorrelation.of(CorrelationKind.PEARSON, new double[30], V, List.of(W));
    assertThat(constant.coefficient()).isNaN();
  }

  @Test
  void missingAndFewRows() {
    double[] gap = W.clone();
    gap[3] = NAN;
    assertThat(PartialCorrelation.of(CorrelationKind.PEARSON, U, V, List.of(gap)).missing())
        .isEqualTo(1);
    double[] x = {1, 2, 4};
    double[] y = {3, 1, 2};
    double[] z = {1, 0, 5};
    Correlation few = PartialCorrelation.of(CorrelationKind.PEARSON, x, y, List.of(z));
    assertThat(few.pValue()).isNaN();
    assertThat(few.note()).contains("too few");
    double[] none = new double[0];
    assertThat(PartialCorrelation.of(CorrelationKind.SPEARMAN, none, none, List.of(none)).count())
        .isZero();
    assertThatThrownBy(() -> PartialCorrelation.of(CorrelationKind.KENDALL, x, y, List.of(z)))
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("spearman");
  }

  @Test
  void bootstrap() {
    Bootstrapped interval =
        PartialCorrelation.bootstrap(
            CorrelationKind.PEARSON, U, V, List.of(W), Resampling.independent(30), Bootstrap.of(1));
    agrees(interval.interval().estimate(), 0.3904256042848125);
    assertThat(interval.interval().contains(0.3904256042848125)).isTrue();
    assertThat(interval.interval().width()).isBetween(0.3, 1.0);
  }
}
