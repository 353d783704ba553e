package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;

class FitLineTest {
  private static final AxisChoice LINEAR = AxisChoice.linear("x");
  private static final AxisChoice LOGARITHMIC = new AxisChoice("x", true);

  /** F. J. Anscombe, The American Statistician 27 (1973), first set: y = 3.00 + 0.500 x. */
  @Test
  void anscombesFirstSet() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    CurveBands.Curve line = FitLine.of(x, y, LINEAR, LINEAR);
    int last = line.x().size() - 1;
    assertThat(line.x().get(0)).isEqualTo(4);
    assertThat(line.x().get(last)).isEqualTo(14);
    assertThat(line.y().get(0)).isCloseTo(3.0001 + 4 * 0.5001, within(1e-3));
    assertThat(line.y().get(last)).isCloseTo(3.0001 + 14 * 0.5001, within(1e-3));
    // At the mean x = 9: t(9) s/√n = 2.2622 · 1.2366/√11.
    assertThat(line.x().get(last / 2)).isEqualTo(9);
    assertThat(line.high().get(last / 2) - line.y().get(last / 2))
        .isCloseTo(2.2622 * 1.2366 / Math.sqrt(11), within(1e-3));
    // Σ(x − x̄)² = 110, so at the ends (x − x̄)² / 110 = 25/110.
    assertThat(line.high().get(0) - line.low().get(0))
        .isCloseTo(2 * 2.2622 * 1.2366 * Math.sqrt(1.0 / 11 + 25.0 / 110), within(2e-3));
  }

  @Test
  void aPowerLawIsALineOnLogarithmicAxes() {
    double[] x = {1, 10, 100, 1000};
    double[] y = DoubleStream.of(x).map(value -> 3 * Math.pow(value, 0.5)).toArray();
    CurveBands.Curve line = FitLine.of(x, y, LOGARITHMIC, LOGARITHMIC);
    for (int i = 0; i < line.x().size(); i++) {
      double expected = 3 * Math.sqrt(line.x().get(i));
      assertThat(line.y().get(i)).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void missingPointsAreLeftOutAndTooFewGiveNoLine() {
    double nan = Double.NaN;
    CurveBands.Curve line =
        FitLine.of(new double[] {1, 2, nan, 3}, new double[] {2, 4, 5, 6}, LINEAR, LINEAR);
    assertThat(line.y().get(0)).isCloseTo(2, within(1e-12));
    assertThat(FitLine.of(new double[] {1, 2}, new double[] {1, 2}, LINEAR, LINEAR).x().size())
        .isZero();
    assertThat(
            FitLine.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, LINEAR, LINEAR).x().size())
        .isZero();
    // Nothing below zero has a place on a logarithmic axis.
    assertThat(
            FitLine.of(new double[] {-1, 2, 3}, new double[] {1, 2, 3}, LOGARITHMIC, LOGARITHMIC)
                .x()
                .size())
        .isZero();
  }
}
