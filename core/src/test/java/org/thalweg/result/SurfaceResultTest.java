package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class SurfaceResultTest {
  private static final double NAN = Double.NaN;

  @Test
  void theMinimumIsWhereItIsOnAGridThatIsNotSquare() {
    SurfaceShape shape =
        surface(
                Values.linspace(-2, 2, 5),
                Values.linspace(-3, 3, 13),
                (a, b) -> (a - 1) * (a - 1) + 2 * (b + 2.5) * (b + 2.5) + 7)
            .shape();
    assertThat(shape).isEqualTo(new SurfaceShape(1, -2.5, 7, 1, 0.5, true, 1));
  }

  @Test
  void twoWells() {
    // (a² − 1)² + b² has strict minima at (±1, 0) and a saddle between them.
    SurfaceShape shape =
        surface(
                Values.linspace(-2, 2, 9),
                Values.linspace(-1, 1, 5),
                (a, b) -> (a * a - 1) * (a * a - 1) + b * b)
            .shape();
    assertThat(shape.strictLocalMinima()).isEqualTo(2);
    assertThat(shape.minimumAlpha()).isEqualTo(-1);
    assertThat(shape.minimumBeta()).isZero();
  }

  @Test
  void aSlopeHasNoMinimumInside() {
    SurfaceResult surface =
        surface(Values.linspace(0, 3, 4), Values.linspace(0, 4, 5), (a, b) -> a + b);
    assertThat(surface.shape().strictLocalMinima()).isZero();
    assertThat(surface.shape().interior()).isFalse();
    assertThat(surface.measurements())
        .filteredOn(measurement -> measurement.name().startsWith("α"))
        .singleElement()
        .satisfies(alpha -> assertThat(alpha.uncertaintyKind()).contains("border"));
  }

  @Test
  void aDiagonalNeighbourCounts() {
    double[][] saddle = {{0, 9, 9}, {9, 1, 9}, {9, 9, 9}};
    assertThat(surface(saddle).shape().strictLocalMinima()).isZero();
    saddle[0][0] = 2;
    assertThat(surface(saddle).shape().strictLocalMinima()).isEqualTo(1);
  }

  @Test
  void plainsAreNotStrictMinima() {
    double[][] plain = {{9, 9, 9, 9}, {9, 1, 1, 9}, {9, 9, 9, 9}};
    assertThat(surface(plain).shape().strictLocalMinima()).isZero();
  }

  @Test
  void nothingIsSaidBesideAMissingPoint() {
    double[][] gap = {{9, 9, NAN}, {9, 1, 9}, {9, 9, 9}};
    assertThat(surface(gap).shape().strictLocalMinima()).isZero();
    double[][] wall = {{9, 9, Double.POSITIVE_INFINITY}, {9, 1, 9}, {9, 9, 9}};
    assertThat(surface(wall).shape().strictLocalMinima()).isEqualTo(1);
    double[][] hole = {{9, 9, 9}, {9, NAN, 9}, {9, 9, 8}};
    assertThat(surface(hole).shape().strictLocalMinima()).isZero();
    assertThat(surface(hole).shape().minimumLoss()).isEqualTo(8);
  }

  @Test
  void nothingKnownIsNaN() {
    SurfaceResult surface = surface(new double[][] {{NAN, NAN}, {NAN, NAN}});
    assertThat(surface.shape()).isEqualTo(new SurfaceShape(NAN, NAN, NAN, NAN, NAN, false, 0));
    assertThat(surface.measurements().get(0).value()).isNaN();
    assertThat(surface.measurements().get(2).value()).isEqualTo(4);
  }

  @Test
  void aTransposedGridIsRejected() {
    Grid grid = new Grid(3, 2, Values.of(1, 2, 3, 4, 5, 6));
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(() -> surface(Values.of(0, 1), Values.of(0, 1, 2), grid))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH))
        .withMessageContaining("transposed");
  }

  private static SurfaceResult surface(double[][] loss) {
    return surface(
        Values.linspace(0, 1, loss.length),
        Values.linspace(0, 1, loss[0].length),
        new Grid(
            loss.length,
            loss[0].length,
            Values.of(Arrays.stream(loss).flatMapToDouble(r -> Values.of(r).stream()).toArray())));
  }

  private static SurfaceResult surface(Values alpha, Values beta, DoubleBinaryOperator f) {
    double[] loss = new double[alpha.size() * beta.size()];
    for (int i = 0; i < alpha.size(); i++) {
      for (int j = 0; j < beta.size(); j++) {
        loss[i * beta.size() + j] = f.applyAsDouble(alpha.get(i), beta.get(j));
      }
    }
    return surface(alpha, beta, new Grid(alpha.size(), beta.size(), Values.of(loss)));
  }

  private static SurfaceResult surface(Values alpha, Values beta, Grid loss) {
    return new SurfaceResult(
        List.of("a", "b"), alpha, beta, loss, loss, loss, 0.01, Outcome.CONVERGED, Cost.NONE);
  }
}
