package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** Recomputes everything that eigenpairs claim. */
final class EigenpairAssertions {
  private EigenpairAssertions() {}

  static void areEigenpairs(
      LinearOperator a,
      List<Eigenpair> pairs,
      double[] expected,
      LanczosOptions options,
      double[] spectrum) {
    double norm = Arrays.stream(spectrum).map(Math::abs).max().orElseThrow();
    double roundoff = 64 * a.space().precision().unitRoundoff() * norm;
    assertThat(pairs).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      Eigenpair pair = pairs.get(i);
      double tolerance =
          options.tolerance() * Math.max(Math.abs(pair.value()), 1e-4 * norm) + roundoff;
      assertThat(pair.converged()).isTrue();
      assertThat(pair.residual()).isLessThanOrEqualTo(tolerance);
      assertThat(Math.abs(pair.value() - expected[i]))
          .as("eigenvalue %d: %s instead of %s", i, pair.value(), expected[i])
          .isLessThanOrEqualTo(tolerance);
      try (Vector residual = a.apply(pair.vector())) {
        residual.axpy(-pair.value(), pair.vector());
        assertThat(Math.abs(residual.norm() - pair.residual())).isLessThanOrEqualTo(roundoff);
      }
    }
    areOrthonormal(pairs, a.space().precision());
  }

  static void areOrthonormal(List<Eigenpair> pairs, Precision precision) {
    for (int i = 0; i < pairs.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double dot = pairs.get(i).vector().dot(pairs.get(j).vector());
        assertThat(Math.abs(dot - (i == j ? 1 : 0)))
            .as("vᵢ·vⱼ")
            .isLessThanOrEqualTo(64 * precision.unitRoundoff());
      }
    }
  }
}
