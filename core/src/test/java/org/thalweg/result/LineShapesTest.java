package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;

class LineShapesTest {
  private static final Values X = Values.linspace(-1, 1, 41);

  @Test
  void asymmetryOfAParabolaALineAndAMix() {
    assertThat(Asymmetry.of(X, y(x -> 3 * x * x + 1)).value()).isCloseTo(0, within(1e-14));
    assertThat(Asymmetry.of(X, y(x -> 2 * x - 5)).value()).isCloseTo(1, within(1e-14));
    assertThat(Asymmetry.of(X, y(x -> -2 * x)).value()).isCloseTo(-1, within(1e-14));
    // Rises on the right only: the difference is all there is.
    assertThat(Asymmetry.of(X, y(x -> Math.max(0, x))).value()).isCloseTo(1, within(1e-14));
    // x on the right, −x/3 on the left: (1 − 1/3)/(1 + 1/3) = 1/2.
    assertThat(Asymmetry.of(X, y(x -> x > 0 ? x : -x / 3)).value()).isCloseTo(0.5, within(1e-14));
  }

  @Test
  void asymmetryUsesTheLargestSymmetricRange() {
    Values x = Values.linspace(-0.5, 1.5, 41);
    double[] y = x.stream().map(v -> v > 0.5 + 1e-9 ? 1000 : v * v).toArray();
    Asymmetry asymmetry = Asymmetry.of(x, Values.of(y));
    assertThat(asymmetry.reach()).isEqualTo(0.5);
    assertThat(asymmetry.value()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aConstantOrOneSidedCurveHasNoAsymmetry() {
    assertThat(Asymmetry.of(X, y(x -> 4)).value()).isNaN();
    assertThat(Asymmetry.of(Values.of(0, 1), Values.of(1, 2)).value()).isNaN();
    assertThat(Asymmetry.of(Values.of(-1, 0, 1), Values.of(1, Double.NaN, 2)).value()).isNaN();
  }

  @Test
  void theWidthOfAVIsExact() {
    // |x| below 0.3 on the right; 2|x| on the left reaches it at −0.15.
    BasinWidth basin = BasinWidth.of(X, y(x -> x > 0 ? x : -2 * x), 0.3);
    assertThat(basin.right()).isCloseTo(0.3, within(1e-12));
    assertThat(basin.left()).isCloseTo(-0.15, within(1e-12));
    assertThat(basin.width()).isCloseTo(0.45, within(1e-12));
    assertThat(basin.uncertainty()).isCloseTo(0.1, within(1e-12));
    assertThat(basin.bounded()).isTrue();
  }

  @Test
  void theWidthOfAParabolaIsRightWithinItsUncertainty() {
    BasinWidth basin = BasinWidth.of(X, y(x -> 4 * x * x), 0.25);
    assertThat(basin.width()).isCloseTo(0.5, within(basin.uncertainty()));
  }

  @Test
  void onlyTheIntervalAroundZeroCounts() {
    // Below the level again beyond 0.5.
    BasinWidth basin = BasinWidth.of(X, y(x -> Math.abs(x) < 0.5 ? Math.abs(x) : 0), 0.2);
    assertThat(basin.width()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void aBasinThatReachesTheEndIsAtLeastThatWide() {
    BasinWidth basin = BasinWidth.of(X, y(x -> Math.max(0, x)), 0.5);
    assertThat(basin.left()).isEqualTo(-1);
    assertThat(basin.bounded()).isFalse();
    BasinWidth none = BasinWidth.of(X, y(x -> 1 - Math.abs(x)), 0.5);
    assertThat(none.width()).isNaN();
  }

  @Test
  void roughnessOfAParabolaIsItsOwnSecondDifference() {
    Roughness smooth = Roughness.of(X, y(x -> 3 * x * x));
    assertThat(smooth.residual()).isCloseTo(0, within(1e-14));
    // |second difference| = 6h² with h = 1/20; the range is 3.
    assertThat(smooth.secondDifference()).isCloseTo(6 * 0.0025 / 3, within(1e-14));
  }

  @Test
  void roughnessOfNoiseIsItsStandardDeviation() {
    Values x = Values.linspace(-1, 1, 2001);
    RandomStream noise = RandomStream.of(3, "test");
    double[] y = x.stream().map(v -> 10 * v * v + 0.1 * noise.gaussian()).toArray();
    double range =
        Values.of(y).stream().max().orElseThrow() - Values.of(y).stream().min().orElseThrow();
    Roughness rough = Roughness.of(x, Values.of(y));
    assertThat(rough.residual() * range).isCloseTo(0.1, within(0.006));
    // E|e₁ − 2e₂ + e₃| = √6·σ·√(2/π).
    assertThat(rough.secondDifference() * range)
        .isCloseTo(0.1 * Math.sqrt(12 / Math.PI), within(0.01));
  }

  @Test
  void aConstantHasNoRoughness() {
    assertThat(Roughness.of(X, y(x -> 2)).residual()).isNaN();
    assertThat(Roughness.of(X, y(x -> Double.NaN)).secondDifference()).isNaN();
  }

  private static Values y(DoubleUnaryOperator f) {
    return Values.of(X.stream().map(f).toArray());
  }
}
