package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class SliceResultTest {
  private static final double NAN = Double.NaN;

  @Test
  void measurementsOfAParabola() {
    SliceResult slice =
        slice(Values.of(-2, -1, 0, 1, 2), Values.of(9, 4, 1, 0, 1), Outcome.CONVERGED);
    assertThat(slice.measurements())
        .extracting(Measurement::name)
        .containsExactly(
            "lowest loss along the line",
            "highest loss along the line",
            "α of the lowest loss",
            "curvature of the nearest parabola",
            "R² of the nearest parabola",
            "asymmetry around θ, −1 to 1",
            "basin width in α where the loss is at most L(θ) + 0.1",
            "basin width in α where the loss is at most 2·L(θ)",
            "deviation from the nearest parabola, share of the range",
            "mean |second difference|, share of the range",
            "rise of the loss at the ends of the line, mean");
    assertThat(slice.measurements().get(10).value()).isEqualTo((9 + 1) / 2.0 - 1);
    assertThat(slice.measurements().get(0))
        .isEqualTo(
            new Measurement(
                "lowest loss along the line",
                0,
                0.3,
                "standard error over samples",
                Outcome.CONVERGED));
    assertThat(slice.measurements().get(1).value()).isEqualTo(9);
    assertThat(slice.measurements().get(1).uncertainty()).isEqualTo(0.0);
    assertThat(slice.measurements().get(2).value()).isEqualTo(1);
    assertThat(slice.measurements().get(2).uncertainty()).isEqualTo(1);
    assertThat(slice.measurements().get(3).value()).isCloseTo(2, within(1e-13));
    assertThat(slice.measurements().get(3).uncertainty()).isBetween(0.0, 1e-13);
    assertThat(slice.measurements().get(4).value()).isCloseTo(1, within(1e-13));
    // (x − 1)²: 1 at 0, falling to the right; 1.1 is reached at −1/30 by straight lines.
    assertThat(slice.measurements().get(6).value()).isCloseTo(2.1, within(0.1));
    assertThat(slice.measurements().get(6).uncertaintyKind()).contains("at least");
    assertThat(slice.measurements().get(9).value()).isCloseTo(2 / 9.0, within(1e-13));
  }

  @Test
  void aMinimumAtTheEndIsSaidToBeThere() {
    SliceResult slice = slice(Values.of(0, 1, 3, 4), Values.of(4, 3, 2, 1), Outcome.CONVERGED);
    assertThat(slice.shape().interior()).isFalse();
    assertThat(slice.shape().minimumAlpha()).isEqualTo(4);
    assertThat(slice.shape().spacing()).isEqualTo(1);
    assertThat(slice.measurements().get(2).uncertaintyKind()).contains("end of the range");
  }

  @Test
  void missingPointsAreCountedAndNeverTheLowest() {
    SliceResult slice =
        slice(
            Values.of(-1, 0, 1, 2),
            Values.of(Double.NEGATIVE_INFINITY, 2, NAN, 3),
            Outcome.NON_FINITE);
    assertThat(slice.measurements().get(0).value()).isEqualTo(2);
    assertThat(slice.measurements().get(2))
        .isEqualTo(new Measurement("points without a finite loss", 2, NAN, "", Outcome.NON_FINITE));
    assertThat(slice.shape().parabola().curvature()).isNaN();
  }

  @Test
  void nothingKnownIsNaNEverywhere() {
    SliceResult slice = slice(Values.of(0, 1), Values.of(NAN, NAN), Outcome.CANCELLED);
    assertThat(slice.shape().minimumAlpha()).isNaN();
    assertThat(slice.shape().minimumLoss()).isNaN();
    assertThat(slice.measurements())
        .filteredOn(measurement -> !measurement.name().startsWith("points"))
        .allMatch(measurement -> Double.isNaN(measurement.value()))
        .allMatch(measurement -> measurement.outcome() == Outcome.CANCELLED);
  }

  @Test
  void valueSemantics() {
    assertThat(slice(Values.of(0, 1), Values.of(NAN, 2), Outcome.CANCELLED))
        .isEqualTo(slice(Values.of(0, 1), Values.of(NAN, 2), Outcome.CANCELLED));
  }

  @Test
  void sizesMustFit() {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> slice(Values.of(0, 1), Values.of(1, 2, 3), Outcome.CONVERGED))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }

  /** The standard error at step i is i/10. */
  private static SliceResult slice(Values alpha, Values loss, Outcome outcome) {
    double[] error = new double[alpha.size()];
    for (int i = 0; i < error.length; i++) {
      error[i] = i / 10.0;
    }
    return new SliceResult(
        "given (test)", alpha, loss, Values.of(error), Values.of(error), outcome, Cost.NONE);
  }
}
