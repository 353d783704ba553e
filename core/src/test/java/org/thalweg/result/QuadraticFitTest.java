package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class QuadraticFitTest {
  private static final double NAN = Double.NaN;

  @Test
  void aParabolaIsFoundExactly() {
    QuadraticFit fit = fit(Values.linspace(-2, 3, 11), x -> 5 - 3 * x + 4 * x * x / 2);
    assertThat(fit.value()).isCloseTo(5, within(1e-13));
    assertThat(fit.slope()).isCloseTo(-3, within(1e-13));
    assertThat(fit.curvature()).isCloseTo(4, within(1e-13));
    assertThat(fit.curvatureStandardError()).isBetween(0.0, 1e-13);
    assertThat(fit.rSquared()).isCloseTo(1, within(1e-14));
    assertThat(fit.minimum()).isCloseTo(0.75, within(1e-13));
    assertThat(fit.points()).isEqualTo(11);
  }

  @Test
  void knownDeviationsGiveTheTextbookStandardError() {
    // On x = −2 … 2 the cubic orthogonal polynomial (−1, 2, 0, −2, 1) is orthogonal to parabolas:
    // the fit is untouched, the residual sum of squares is 10c² on 2 degrees of freedom, and the
    // coefficient of x² has variance σ²/Σ(x² − 2)² = σ²/14; the curvature is twice as large.
    double c = 0.3;
    double[] cubic = {-1, 2, 0, -2, 1};
    double[] y = new double[5];
    for (int i = 0; i < 5; i++) {
      int x = i - 2;
      y[i] = 1 + x * x + c * cubic[i];
    }
    QuadraticFit fit = QuadraticFit.of(Values.linspace(-2, 2, 5), Values.of(y));
    assertThat(fit.curvature()).isCloseTo(2, within(1e-13));
    double variance = 10 * c * c / 2;
    assertThat(fit.curvatureStandardError()).isCloseTo(2 * Math.sqrt(variance / 14), within(1e-13));
    // Total sum of squares: Σ(x² − 2)² + 10c² = 14 + 0.9.
    assertThat(fit.rSquared()).isCloseTo(14 / 14.9, within(1e-13));
  }

  @Test
  void scalesDoNotMatter() {
    for (double scale : new double[] {1e-150, 1e-6, 1e6, 1e100}) {
      QuadraticFit fit = fit(Values.linspace(-scale, scale, 9), x -> 2 + (x / scale) * (x / scale));
      assertThat(fit.curvature() * scale * scale).isCloseTo(2, Percentage.withPercentage(1e-10));
    }
    QuadraticFit high = fit(Values.linspace(-1, 1, 9), x -> 1e300 * x * x);
    assertThat(high.curvature()).isCloseTo(2e300, Percentage.withPercentage(1e-10));
    assertThat(high.rSquared()).isCloseTo(1, within(1e-12));
  }

  @Test
  void rangesFarFromZero() {
    QuadraticFit fit = fit(Values.linspace(1000, 1001, 11), x -> (x - 1000.5) * (x - 1000.5));
    assertThat(fit.curvature()).isCloseTo(2, within(1e-10));
    assertThat(fit.minimum()).isCloseTo(1000.5, within(1e-9));
  }

  @Test
  void pointsThatAreNotFiniteAreLeftOut() {
    QuadraticFit fit =
        QuadraticFit.of(
            Values.of(-2, -1, 0, 1, 2, 3), Values.of(Double.POSITIVE_INFINITY, 1, 0, 1, 4, NAN));
    assertThat(fit.points()).isEqualTo(4);
    assertThat(fit.curvature()).isCloseTo(2, within(1e-13));
  }

  @Test
  void threePointsHaveAParabolaButNoUncertainty() {
    QuadraticFit fit = QuadraticFit.of(Values.of(-1, 0, 1), Values.of(1, 0, 2));
    assertThat(fit.curvature()).isCloseTo(3, within(1e-13));
    assertThat(fit.slope()).isCloseTo(0.5, within(1e-13));
    assertThat(fit.curvatureStandardError()).isNaN();
    assertThat(fit.rSquared()).isNaN();
  }

  @Test
  void tooFewPointsAreMissingNotInvented() {
    QuadraticFit two = QuadraticFit.of(Values.of(0, 1, 2), Values.of(1, NAN, 3));
    assertThat(two).isEqualTo(new QuadraticFit(NAN, NAN, NAN, NAN, NAN, 2));
    assertThat(two.minimum()).isNaN();
    QuadraticFit same = QuadraticFit.of(Values.of(1, 1, 1, 2), Values.of(1, 2, 3, 4));
    assertThat(same.curvature()).isNaN();
    assertThat(QuadraticFit.of(Values.of(), Values.of()).points()).isZero();
  }

  @Test
  void aFlatLineHasNoVarianceToExplain() {
    QuadraticFit fit = fit(Values.linspace(-1, 1, 5), x -> 3);
    assertThat(fit.curvature()).isCloseTo(0, within(1e-14));
    assertThat(fit.rSquared()).isNaN();
    assertThat(fit(Values.linspace(-1, 1, 5), x -> 0).curvature()).isZero();
  }

  @Test
  void aParabolaThatOpensDownwardsHasNoMinimum() {
    QuadraticFit fit = fit(Values.linspace(-1, 1, 5), x -> -x * x);
    assertThat(fit.curvature()).isCloseTo(-2, within(1e-13));
    assertThat(fit.minimum()).isNaN();
  }

  private static QuadraticFit fit(Values x, DoubleUnaryOperator f) {
    return QuadraticFit.of(x, Values.of(x.stream().map(f).toArray()));
  }
}
