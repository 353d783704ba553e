package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.Seeded;

class LanczosTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void findsBothEndsOfAPrescribedSpectrum(Precision precision) {
    Seeded.cases(
        10,
        seed -> {
          double[] spectrum = Spectra.withBulk(300, 0.5, seed, 12, 7, 6.5, 3, 2, -4, -1.5);
          check(spectrum, LanczosOptions.of(5, 2).withSeed(seed), precision);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp-regression", "mlp-digits"})
  void findsTheEndsOfHessianSpectraOfNetworks(String name) {
    double[] spectrum = GoldenCase.load(name).vector("hessian_eigenvalues");
    for (Precision precision : Precision.values()) {
      int products = check(spectrum, LanczosOptions.defaults(), precision);
      assertThat(products).as("products").isLessThan(90);
    }
  }

  /** Rules that compare successive estimates stop at 5, because −9.5 hides in the first ones. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void signsAreNotConfused(Precision precision) {
    Seeded.cases(
        20,
        seed -> {
          double[] spectrum = Spectra.withBulk(200, 1, seed, 10, -9.5, 5);
          check(spectrum, LanczosOptions.of(1, 0).withSeed(seed), precision);
          check(spectrum, LanczosOptions.of(2, 1).withSeed(seed), precision);
          check(spectrum, LanczosOptions.of(0, 1).withSeed(seed), precision);
        });
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void copiesOfAMultipleEigenvalueAreFound(Precision precision) {
    Seeded.cases(
        15,
        seed -> {
          double[] two = Spectra.withBulk(200, 0.1, seed, 10, 10, 5, 3, -2, -2, -1);
          check(two, LanczosOptions.of(3, 2).withSeed(seed), precision);
          double[] four = Spectra.withBulk(200, 0.1, seed, 10, 10, 10, 10, 5, -1);
          check(four, LanczosOptions.of(5, 1).withSeed(seed), precision);
          double[] inside = Spectra.withBulk(200, 0.1, seed, 10, 7, 7, 7, 5, -1);
          check(inside, LanczosOptions.of(3, 1).withSeed(seed), precision);
        });
  }

  /** With one end only, nothing else prolongs the search until the copy happens to show. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void copiesAreFoundWhenOneEndIsAskedFor(Precision precision) {
    Seeded.cases(
        30,
        seed -> {
          double[] double10 = Spectra.withBulk(300, 1, seed, 10, 10, 5, -6, -6, -3);
          check(double10, LanczosOptions.of(2, 0).withSeed(seed), precision);
          check(double10, LanczosOptions.of(0, 2).withSeed(seed), precision);
          double[] third = Spectra.withBulk(300, 1, seed, 10, 8, 8, 5, -6, -4, -4);
          check(third, LanczosOptions.of(3, 0).withSeed(seed), precision);
          check(third, LanczosOptions.of(0, 3).withSeed(seed), precision);
        });
  }

  @Test
  void membersOfATightClusterAreFound() {
    Seeded.cases(
        10,
        seed -> {
          double[] spectrum =
              Spectra.withBulk(200, 0.1, seed, 10, 10 - 1e-9, 10 - 2e-6, 9.9, 4, -3, -3 + 1e-8);
          check(spectrum, LanczosOptions.of(4, 2).withSeed(seed), Precision.FLOAT64);
          check(
              spectrum,
              LanczosOptions.of(5, 2).withSeed(seed).withTolerance(1e-9),
              Precision.FLOAT64);
        });
  }

  @Test
  void fewDistinctEigenvaluesEndTheKrylovSequenceEarly() {
    Seeded.cases(
        10,
        seed -> {
          double[] spectrum = new double[100];
          Arrays.fill(spectrum, 0, 50, 2);
          Arrays.fill(spectrum, 50, 99, -1);
          spectrum[99] = 3;
          check(spectrum, LanczosOptions.of(4, 3).withSeed(seed), Precision.FLOAT64);
          check(spectrum, LanczosOptions.of(4, 3).withSeed(seed), Precision.FLOAT32);
        });
  }

  @ParameterizedTest
  @CsvSource({"0,3", "1,3", "1,1", "-2.5,2"})
  void multiplesOfTheIdentity(double value, int dimension) {
    for (int d : new int[] {dimension, 400}) {
      double[] spectrum = new double[d];
      Arrays.fill(spectrum, value);
      int k = Math.min(d, 3);
      check(spectrum, LanczosOptions.of(k, k), Precision.FLOAT64);
      check(spectrum, LanczosOptions.of(k, k), Precision.FLOAT32);
    }
  }

  @Test
  void rankDeficientMatricesHaveZeroAtTheBottom() {
    Seeded.cases(
        5,
        seed -> {
          double[] spectrum = new double[200];
          System.arraycopy(new double[] {9, 8, 3, 2, 1}, 0, spectrum, 0, 5);
          check(spectrum, LanczosOptions.of(5, 3).withSeed(seed), Precision.FLOAT64);
        });
  }

  @Test
  void theWholeSpectrumOfASmallMatrixFromBothEnds() {
    Seeded.cases(
        10,
        seed -> {
          int d = 1 + (int) (seed % 12);
          double[] spectrum = Spectra.withBulk(d, 3, seed);
          check(spectrum, LanczosOptions.of(d, d).withSeed(seed), Precision.FLOAT64);
          check(spectrum, LanczosOptions.of(d, 0).withSeed(seed), Precision.FLOAT64);
        });
  }

  @Test
  void wideDynamicRange() {
    double[] spectrum =
        IntStream.range(0, 120).mapToDouble(i -> Math.pow(10, 8 - i / 8.0)).toArray();
    spectrum[119] = -1e6;
    spectrum[118] = -1e4;
    check(spectrum, LanczosOptions.of(10, 2).withTolerance(1e-6), Precision.FLOAT64);
  }

  @Test
  void aSmallBasisRestartsAndFindsTheSame() {
    Seeded.cases(
        5,
        seed -> {
          double[] spectrum = Spectra.withBulk(400, 1, seed, 5, 4.5, 4, 3.5, 3, -2.5, -2);
          for (int basis : new int[] {11, 16, 30}) {
            check(
                spectrum,
                LanczosOptions.of(5, 2).withSeed(seed).withBasisSize(basis).withMaxProducts(2000),
                Precision.FLOAT64);
          }
        });
  }

  @Test
  void restartsKeepTheBasisWithinItsBound() {
    double[] spectrum = Spectra.withBulk(400, 1, 3, 5, 4.5, 4, 3.5, 3, -2.5, -2);
    int few = check(spectrum, LanczosOptions.of(1, 1).withBasisSize(6), Precision.FLOAT64);
    assertThat(few).as("more products than vectors: it did restart").isGreaterThan(12);
  }

  @Test
  void aTightToleranceIsMet() {
    double[] spectrum = Spectra.withBulk(300, 1, 4, 12, 7, 6.5, 3, 2, -4, -1.5);
    check(spectrum, LanczosOptions.of(5, 2).withTolerance(1e-11), Precision.FLOAT64);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    double[] spectrum = Spectra.withBulk(300, 1, 5, 6, 5, -4);
    LinearOperator a = Spectra.rotated(spectrum, 1, Precision.FLOAT64);
    try (Eigenpairs first = Lanczos.solve(a, LanczosOptions.of(2, 1).withSeed(8));
        Eigenpairs second = Lanczos.solve(a, LanczosOptions.of(2, 1).withSeed(8));
        Eigenpairs other = Lanczos.solve(a, LanczosOptions.of(2, 1).withSeed(9))) {
      for (int i = 0; i < 2; i++) {
        assertThat(second.top().get(i).value()).isEqualTo(first.top().get(i).value());
        assertThat(second.top().get(i).vector().toArray())
            .containsExactly(first.top().get(i).vector().toArray());
      }
      assertThat(other.top().get(0).vector().toArray())
          .isNotEqualTo(first.top().get(0).vector().toArray());
    }
  }

  @Test
  void theListenerHearsEveryProductOfTheSearch() {
    double[] spectrum = Spectra.withBulk(300, 1, 5, 6, 5, -4);
    List<Integer> heard = new ArrayList<>();
    List<Integer> converged = new ArrayList<>();
    try (Eigenpairs pairs =
        Lanczos.solve(
            Spectra.rotated(spectrum, 1, Precision.FLOAT64),
            LanczosOptions.of(2, 1),
            (products, good) -> {
              heard.add(products);
              converged.add(good);
            },
            () -> false)) {
      assertThat(heard).isEqualTo(IntStream.rangeClosed(1, pairs.products() - 3).boxed().toList());
      assertThat(converged.get(0)).isZero();
      assertThat(converged.get(converged.size() - 1)).isEqualTo(3);
    }
  }

  @Test
  void moreEigenvaluesThanDimensionsIsACodedError() {
    LinearOperator a = DiagonalOperator.of(new double[] {1, 2, 3}, ArraySpace.of(3));
    assertThatThrownBy(() -> Lanczos.solve(a, LanczosOptions.of(4, 0)))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH);
              assertThat(e.expected()).contains("at most 3");
            });
    assertThatThrownBy(() -> Lanczos.solve(a, LanczosOptions.of(1, 4)))
        .isInstanceOf(ThalwegException.class);
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> calls =
        List.of(
            () -> LanczosOptions.of(0, 0),
            () -> LanczosOptions.of(-1, 2),
            () -> LanczosOptions.of(5, 2).withTolerance(0),
            () -> LanczosOptions.of(5, 2).withTolerance(Double.NaN),
            () -> LanczosOptions.of(5, 2).withTolerance(1),
            () -> LanczosOptions.of(5, 2).withMaxProducts(13),
            () -> LanczosOptions.of(5, 2).withBasisSize(10));
    for (var call : calls) {
      assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION));
    }
  }

  /** Solves and compares with the spectrum; everything claimed is recomputed here. */
  private static int check(double[] spectrum, LanczosOptions options, Precision precision) {
    LinearOperator a = Spectra.rotated(spectrum, 17, precision);
    try (Eigenpairs pairs = Lanczos.solve(a, options)) {
      assertThat(pairs.outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(pairs.products()).isLessThanOrEqualTo(options.maxProducts());
      EigenpairAssertions.areEigenpairs(
          a, pairs.top(), Spectra.top(spectrum, options.top()), options, spectrum);
      EigenpairAssertions.areEigenpairs(
          a, pairs.bottom(), Spectra.bottom(spectrum, options.bottom()), options, spectrum);
      return pairs.products();
    }
  }
}
