package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.TraceEstimate;
import org.thalweg.testkit.TrackedSpace;

/** Algorithms over operators that prefer several products at once. */
class ProductsTogetherTest {
  private static final int D = 60;
  private static final Map<String, CoordinateRange> GROUPS =
      Map.of("first", new CoordinateRange(0, 20), "rest", new CoordinateRange(20, 40));

  private final TrackedSpace space = new TrackedSpace(ArraySpace.of(D));

  /** Any number at once, each as the inner operator does it, and a record of how many. */
  private record Blocks(LinearOperator inner, int together, List<Integer> sizes)
      implements LinearOperator {
    @Override
    public VectorSpace space() {
      return inner.space();
    }

    @Override
    public void apply(Vector x, Vector y) {
      applyAll(List.of(x), List.of(y), () -> false);
    }

    @Override
    public boolean applyAll(
        List<? extends Vector> xs, List<? extends Vector> ys, BooleanSupplier stop) {
      sizes.add(xs.size());
      return inner.applyAll(xs, ys, stop);
    }
  }

  @ParameterizedTest
  @EnumSource(TraceMethod.class)
  void tracesAreTheSame(TraceMethod method) {
    EstimationOptions options = new EstimationOptions(1e-9, 15, 25, 3);
    LinearOperator alone = dense();
    Blocks blocks = blocks(4);
    TraceEstimate expected = trace(alone, method, options);
    TraceEstimate found = trace(blocks, method, options);
    assertThat(found).isEqualTo(expected);
    assertThat(blocks.sizes()).contains(4).allMatch(size -> size <= 4);
    assertThat(blocks.sizes().stream().mapToInt(size -> size).sum()).isEqualTo(found.products());
    assertThat(space.open()).isZero();
  }

  @Test
  void diagonalsAreTheSame() {
    EstimationOptions options = new EstimationOptions(1e-9, 15, 25, 3);
    Blocks blocks = blocks(4);
    DiagonalEstimate expected =
        DiagonalEstimator.estimate(dense(), options, ProductListener.silent(), () -> false);
    DiagonalEstimate found =
        DiagonalEstimator.estimate(blocks, options, ProductListener.silent(), () -> false);
    assertThat(found).isEqualTo(expected);
    // To the fewest probes, then a tenth of what is done at a time.
    assertThat(blocks.sizes()).containsExactly(4, 4, 4, 3, 1, 1, 1, 1, 1, 2, 2, 1);
  }

  @Test
  void wholeSpectraAreTheSame() {
    Blocks blocks = blocks(7);
    assertThat(DenseSpectrum.of(blocks, ProductListener.silent(), () -> false))
        .isEqualTo(DenseSpectrum.of(dense(), ProductListener.silent(), () -> false));
    assertThat(blocks.sizes()).containsExactly(7, 7, 7, 7, 7, 7, 7, 7, 4);
    assertThat(space.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 18, 19, 30})
  void stoppedOnTheWayNothingIsCountedByHalf(int after) {
    for (TraceMethod method : TraceMethod.values()) {
      int[] asked = {0};
      TraceEstimate found =
          TraceEstimator.estimate(
              blocks(4),
              method,
              new EstimationOptions(1e-9, 15, 100, 3),
              GROUPS,
              ProductListener.silent(),
              () -> asked[0]++ >= after);
      assertThat(found.trace().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(found.products()).isLessThanOrEqualTo(after);
      assertThat(space.open()).isZero();
    }
  }

  @Test
  void operatorsMadeFromOperatorsPassBlocksOn() {
    try (VectorBlock xs = VectorBlock.of(3, i -> random(D, i));
        VectorBlock ys = VectorBlock.zeros(space, 3);
        Vector unit = random(D, 9)) {
      unit.scale(1 / unit.norm());
      Blocks a = blocks(3);
      for (LinearOperator derived :
          List.of(
              Operators.shifted(a, 2),
              Operators.scaled(a, 3),
              Operators.sum(a, a),
              Operators.projected(a, List.of(unit)))) {
        a.sizes().clear();
        assertThat(derived.together()).isEqualTo(3);
        assertThat(derived.applyAll(xs.vectors(), ys.vectors(), () -> false)).isTrue();
        assertThat(a.sizes()).containsOnly(3);
        for (int i = 0; i < 3; i++) {
          try (Vector y = derived.apply(xs.vectors().get(i))) {
            assertThat(ys.vectors().get(i).toArray()).containsExactly(y.toArray());
          }
        }
        assertThat(derived.applyAll(xs.vectors(), ys.vectors(), () -> true)).isFalse();
      }
    }
    assertThat(space.open()).isZero();
  }

  @Test
  void blocksOfLayersPassBlocksOn() {
    Blocks a = blocks(2);
    DiagonalBlock layer = DiagonalBlock.of(a, List.of(new CoordinateRange(5, 10)));
    assertThat(layer.together()).isEqualTo(2);
    try (VectorBlock xs =
            VectorBlock.of(2, i -> layer.space().of(RandomStream.of(4, "x", i).gaussians(10)));
        VectorBlock ys = VectorBlock.zeros(layer.space(), 2)) {
      assertThat(layer.applyAll(xs.vectors(), ys.vectors(), () -> true)).isFalse();
      a.sizes().clear();
      assertThat(layer.applyAll(xs.vectors(), ys.vectors(), () -> false)).isTrue();
      assertThat(a.sizes()).containsExactly(2);
      try (Vector y = layer.apply(xs.vectors().get(1))) {
        assertThat(ys.vectors().get(1).toArray()).containsExactly(y.toArray());
      }
    }
    assertThat(space.open()).isZero();
  }

  private static TraceEstimate trace(
      LinearOperator operator, TraceMethod method, EstimationOptions options) {
    return TraceEstimator.estimate(
        operator, method, options, GROUPS, ProductListener.silent(), () -> false);
  }

  private Blocks blocks(int together) {
    return new Blocks(dense(), together, new ArrayList<>());
  }

  /** Symmetric, with eigenvalues of both signs. */
  private LinearOperator dense() {
    double[] entries = RandomStream.of(1, "matrix").gaussians(D * D);
    double[][] matrix = new double[D][D];
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        matrix[i][j] = (entries[i * D + j] + entries[j * D + i]) / (1 + i + j);
      }
    }
    return DenseOperator.of(matrix, space);
  }

  private Vector random(int dimension, int index) {
    return space.of(RandomStream.of(2, "x", index).gaussians(dimension));
  }
}
