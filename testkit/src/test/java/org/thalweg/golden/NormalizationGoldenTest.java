package org.thalweg.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.direction.BiasRule;
import org.thalweg.direction.Direction;
import org.thalweg.direction.DirectionSource;
import org.thalweg.direction.Normalization;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.parameter.ParameterTensor;
import org.thalweg.testkit.GoldenCase;

/** Normalised directions of trained networks against those computed by PyTorch in float64. */
class NormalizationGoldenTest {
  static Stream<Arguments> cases() {
    return GoldenCase.names().stream()
        .flatMap(
            name ->
                Stream.of(Normalization.FILTER, Normalization.LAYER)
                    .flatMap(
                        normalization ->
                            Stream.of("d1", "d2")
                                .map(key -> Arguments.of(name, normalization, key))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void components(String name, Normalization normalization, String key) {
    GoldenCase golden = GoldenCase.load(name);
    Direction direction =
        Direction.of(new DirectionSource.Given(key), golden.direction(key))
            .normalized(normalization, BiasRule.ZERO, golden.layout(), golden.parameters());
    double[] expected = golden.direction(key + "_" + normalization.text());
    double largest = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    assertThat(direction.toArray()).containsExactly(expected, within(1e-14 * largest));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void normsAndZerosAreAsDefined(String name, Normalization normalization, String key) {
    GoldenCase golden = GoldenCase.load(name);
    double[] weights = golden.parameters();
    double[] direction =
        Direction.of(new DirectionSource.Given(key), golden.direction(key))
            .normalized(normalization, BiasRule.ZERO, golden.layout(), weights)
            .toArray();
    for (ParameterTensor tensor : golden.layout().tensors()) {
      double norm = tensor.slice().norm(direction);
      if (tensor.kind() == ParameterKind.WEIGHT) {
        double expected = tensor.slice().norm(weights);
        assertThat(norm).isCloseTo(expected, within(1e-9 * expected));
      } else {
        assertThat(norm).isZero();
      }
    }
  }
}
