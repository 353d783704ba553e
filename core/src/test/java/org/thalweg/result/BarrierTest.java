package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BarrierTest {
  private static final Values T = Values.linspace(0, 1, 5);

  @Test
  void threeReadingsOfOnePath() {
    // Between the ends: 1, 1.5, 2, 2.5, 3.
    Barrier barrier = Barrier.of(T, Values.of(1, 4, 4.25, 4, 3));
    assertThat(barrier.height()).isEqualTo(2.5);
    assertThat(barrier.at()).isEqualTo(0.25);
    assertThat(barrier.aboveEnds()).isEqualTo(1.25);
    assertThat(barrier.relative()).isCloseTo(2.5 / 1.5, within(1e-15));
    assertThat(barrier.heightStandardError()).isNaN();
  }

  @Test
  void aValleyHasNoBarrierAndNoneIsNegative() {
    Barrier barrier = Barrier.of(T, Values.of(1, 0.5, 0.1, 0.5, 2));
    assertThat(barrier.height()).isZero();
    assertThat(barrier.at()).isZero();
    assertThat(barrier.aboveEnds()).isZero();
    assertThat(barrier.relative()).isZero();
  }

  /** Above the line between the ends, but not above the higher end. */
  @Test
  void aConcavePathHasHeightWithoutRise() {
    Barrier barrier = Barrier.of(T, Values.of(0, 3, 4, 4, 4));
    assertThat(barrier.height()).isEqualTo(2);
    assertThat(barrier.aboveEnds()).isZero();
  }

  @Test
  void missingValuesDoNotCountAndMissingEndsLeaveNothing() {
    assertThat(Barrier.of(T, Values.of(1, Double.NaN, 2, Double.NaN, 1)).height()).isEqualTo(1);
    assertThat(Barrier.of(T, Values.of(Double.NaN, 1, 2, 1, 1))).isEqualTo(Barrier.MISSING);
    assertThat(Barrier.of(T, Values.of(1, 1, 2, 1, Double.POSITIVE_INFINITY)))
        .isEqualTo(Barrier.MISSING);
    assertThat(Barrier.of(Values.of(0), Values.of(1))).isEqualTo(Barrier.MISSING);
  }

  @Test
  void anInfiniteLossIsAnInfiniteBarrier() {
    Barrier barrier = Barrier.of(T, Values.of(1, 1, Double.POSITIVE_INFINITY, 1, 1));
    assertThat(barrier.height()).isInfinite();
    assertThat(barrier.aboveEnds()).isInfinite();
    assertThat(barrier.relative()).isInfinite();
    assertThat(barrier.at()).isEqualTo(0.5);
  }

  /** Twice as fast over the second half of the way: t has no weight, length has. */
  @Test
  void theMeanIsOverTheLength() {
    PathSummary summary = PathSummary.of(Values.of(0, 1, 4), Values.of(2, 4, 0));
    assertThat(summary.integral()).isEqualTo(3 + 6);
    assertThat(summary.mean()).isEqualTo(9 / 4.);
    assertThat(summary.minimum()).isZero();
    assertThat(summary.maximum()).isEqualTo(4);
    assertThat(PathSummary.of(Values.of(0, 1, 4), Values.of(2, Double.NaN, 0)).mean()).isNaN();
  }
}
