package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.testkit.TrackedSpace;

class DenseSpectrumTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void allEigenvaluesWithinTheStatedError(Precision precision) {
    double[] spectrum = Spectra.withBulk(150, 1, 3, 10, 10, -9.5, 5);
    TrackedSpace space = new TrackedSpace(new ArraySpace(150, precision));
    DenseSpectrum found =
        DenseSpectrum.of(
            new MixedOperator(spectrum, 4, space), ProductListener.silent(), () -> false);
    double[] expected = Spectra.top(spectrum, 150);
    assertThat(found.eigenvalues().size()).isEqualTo(150);
    for (int i = 0; i < 150; i++) {
      assertThat(found.eigenvalues().get(i)).isCloseTo(expected[i], within(found.error()));
    }
    assertThat(found.error()).isLessThan(precision == Precision.FLOAT64 ? 1e-11 : 1e-4);
    assertThat(found.trace()).isCloseTo(Arrays.stream(spectrum).sum(), within(1e-3));
    assertThat(found.products()).isEqualTo(150);
    assertThat(space.open()).isZero();
  }

  @Test
  void cancellationLeavesNothing() {
    DenseSpectrum found =
        DenseSpectrum.of(
            new MixedOperator(new double[20], 1), ProductListener.silent(), () -> true);
    assertThat(found.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(found.eigenvalues().size()).isZero();
    assertThat(found.products()).isZero();
  }

  @Test
  void largeMatricesAreRefused() {
    LinearOperator large = DiagonalOperator.of(new double[5001], ArraySpace.of(5001));
    assertThatThrownBy(() -> DenseSpectrum.of(large, ProductListener.silent(), () -> false))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_APPLICABLE));
  }
}
