package org.thalweg.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterLayout;

/** Two filters of two weights, two biases, one norm parameter; all norms are whole numbers. */
class NormalizationTest {
  private static final ParameterLayout LAYOUT =
      ParameterLayout.builder()
          .add("weight", ParameterKind.WEIGHT, 2, 2)
          .add("bias", ParameterKind.BIAS, 2)
          .add("gamma", ParameterKind.NORM, 1)
          .build();
  private static final double[] WEIGHTS = {3, 4, 0, 12, 6, 8, -2};
  private static final double[] RAW = {0.6, -0.8, 8, 6, 4, 3, 0.5};
  private static final Offset<Double> ROUNDING = within(1e-8);

  @Test
  void filter() {
    // ‖w‖ = 5 and 12, ‖d‖ = 1 and 10
    assertComponents(normalized(Normalization.FILTER, BiasRule.ZERO), 3, -4, 9.6, 7.2, 0, 0, 0);
  }

  @Test
  void layer() {
    // ‖w‖ = 13, ‖d‖ = √101
    double factor = 13 / Math.sqrt(101);
    assertComponents(
        normalized(Normalization.LAYER, BiasRule.ZERO),
        0.6 * factor,
        -0.8 * factor,
        8 * factor,
        6 * factor,
        0,
        0,
        0);
  }

  @Test
  void weightIsASignedProduct() {
    assertComponents(normalized(Normalization.WEIGHT, BiasRule.ZERO), 1.8, -3.2, 0, 72, 0, 0, 0);
    assertComponents(normalized(Normalization.WEIGHT, BiasRule.KEEP), 1.8, -3.2, 0, 72, 24, 24, -1);
  }

  @Test
  void noneLeavesWeightsAsTheyAre() {
    assertComponents(normalized(Normalization.NONE, BiasRule.ZERO), 0.6, -0.8, 8, 6, 0, 0, 0);
    assertThat(normalized(Normalization.NONE, BiasRule.KEEP).toArray()).containsExactly(RAW);
  }

  @Test
  void unitScalesTheWholeAfterTheBiasRule() {
    Direction direction = normalized(Normalization.UNIT, BiasRule.ZERO);
    assertThat(direction.norm()).isCloseTo(1, within(1e-15));
    double norm = Math.sqrt(101);
    assertComponents(direction, 0.6 / norm, -0.8 / norm, 8 / norm, 6 / norm, 0, 0, 0);
    assertThat(normalized(Normalization.UNIT, BiasRule.KEEP).norm()).isCloseTo(1, within(1e-15));
  }

  @Test
  void unitDoesNotLoseTinyDirections() {
    double[] tiny = {3e-200, 0, 0, 4e-200, 0, 0, 0};
    assertComponents(
        given(tiny).normalized(Normalization.UNIT, BiasRule.KEEP, LAYOUT, WEIGHTS),
        0.6,
        0,
        0,
        0.8,
        0,
        0,
        0);
  }

  @Test
  void keptBiasesAreAFilterOfTheirOwn() {
    // ‖w‖ = 10 and 2, ‖d‖ = 5 and 0.5
    assertComponents(normalized(Normalization.FILTER, BiasRule.KEEP), 3, -4, 9.6, 7.2, 8, 6, 2);
  }

  @Test
  void copiedBiasesAreTheWeights() {
    assertComponents(normalized(Normalization.FILTER, BiasRule.COPY), 3, -4, 9.6, 7.2, 6, 8, -2);
    assertComponents(normalized(Normalization.NONE, BiasRule.COPY), 0.6, -0.8, 8, 6, 6, 8, -2);
  }

  @ParameterizedTest
  @EnumSource
  void zeroFiltersGiveZeroAndNeverNaN(Normalization normalization) {
    double[] deadWeights = {0, 0, 0, 12, 0, 0, 0};
    double[] deadDirection = {0, 0, 0, 0, 1, 0, 0};
    double[] nothing = new double[7];
    for (BiasRule rule : BiasRule.values()) {
      double[] alive = magnitudes(RAW, normalization, rule, deadWeights);
      assertThat(alive).doesNotContain(Double.NaN);
      if (normalization == Normalization.FILTER) {
        assertThat(alive).startsWith(0, 0);
      }
      assertThat(magnitudes(deadDirection, normalization, rule, WEIGHTS))
          .doesNotContain(Double.NaN)
          .startsWith(0, 0, 0, 0);
    }
    assertThat(magnitudes(nothing, normalization, BiasRule.KEEP, WEIGHTS)).containsExactly(nothing);
  }

  @Test
  void epsilonIsAddedToTheNormOfTheDirection() {
    double[] small = {1e-10, 0, 0, 1e-10, 0, 0, 0};
    assertComponents(
        given(small).normalized(Normalization.FILTER, BiasRule.ZERO, LAYOUT, WEIGHTS),
        2.5,
        0,
        0,
        6,
        0,
        0,
        0);
  }

  @Test
  void oneDimensionalWeightsAreNotBiases() {
    ParameterLayout vector = ParameterLayout.builder().add("θ", ParameterKind.WEIGHT, 2).build();
    assertComponents(
        given(0, 2).normalized(Normalization.FILTER, BiasRule.ZERO, vector, new double[] {3, 4}),
        0,
        5);
  }

  @Test
  void normalisationIsDescribedAndHappensOnce() {
    Direction direction = normalized(Normalization.FILTER, BiasRule.ZERO);
    assertThat(direction).hasToString("given (test), normalised by filter, biases zero");
    assertThat(normalized(Normalization.NONE, BiasRule.KEEP)).hasToString("given (test)");
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> direction.normalized(Normalization.UNIT, BiasRule.KEEP, LAYOUT, WEIGHTS))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICTING_OPTIONS));
  }

  @Test
  void theDirectionItselfStaysAsItWas() {
    Direction raw = given(RAW);
    raw.normalized(Normalization.UNIT, BiasRule.COPY, LAYOUT, WEIGHTS);
    assertThat(raw.toArray()).containsExactly(RAW);
  }

  @Test
  void namesAreThoseOfTheCommandLine() {
    for (Normalization normalization : Normalization.values()) {
      assertThat(Normalization.named(normalization.text())).isEqualTo(normalization);
    }
    for (BiasRule rule : BiasRule.values()) {
      assertThat(BiasRule.named(rule.text())).isEqualTo(rule);
    }
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> Normalization.named("filtre"))
        .withMessageContaining("filter, layer, weight, dfilter, dlayer, unit, none");
    assertThatExceptionOfType(ThalwegException.class).isThrownBy(() -> BiasRule.named(""));
  }

  private static Direction normalized(Normalization normalization, BiasRule rule) {
    return given(RAW).normalized(normalization, rule, LAYOUT, WEIGHTS);
  }

  /** Without signs: a zero may be negative. */
  private static double[] magnitudes(
      double[] raw, Normalization normalization, BiasRule rule, double[] weights) {
    return DoubleStream.of(given(raw).normalized(normalization, rule, LAYOUT, weights).toArray())
        .map(Math::abs)
        .toArray();
  }

  private static Direction given(double... values) {
    return Direction.of(new DirectionSource.Given("test"), values);
  }

  private static void assertComponents(Direction direction, double... expected) {
    assertThat(direction.toArray()).containsExactly(expected, ROUNDING);
  }
}
