package org.thalweg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ThalwegException;
import org.thalweg.testkit.LinearOperatorContract;

class DiagonalBlockTest {
  private static final double[][] MATRIX = {
    {1, 2, 3, 4}, {2, 5, 6, 7}, {3, 6, 8, 9}, {4, 7, 9, 10}
  };
  private static final LinearOperator WHOLE = DenseOperator.of(MATRIX, ArraySpace.of(4));

  @Nested
  class Contract extends LinearOperatorContract {
    @Override
    protected LinearOperator operator() {
      return DiagonalBlock.of(
          new MixedOperator(Spectra.withBulk(50, 1, 2, 5, -3), 3),
          List.of(new CoordinateRange(3, 10), new CoordinateRange(20, 7)));
    }
  }

  @Test
  void rowsAndColumnsOfTheRangesRemain() {
    DiagonalBlock block =
        DiagonalBlock.of(WHOLE, List.of(new CoordinateRange(0, 1), new CoordinateRange(2, 2)));
    assertThat(block.space().dimension()).isEqualTo(3);
    double[][] expected = {{1, 3, 4}, {3, 8, 9}, {4, 9, 10}};
    for (int j = 0; j < 3; j++) {
      double[] unit = new double[3];
      unit[j] = 1;
      assertThat(block.apply(block.space().of(unit)).toArray()).containsExactly(expected[j]);
    }
    assertThat(block.embed(block.space().of(new double[] {7, 8, 9})).toArray())
        .containsExactly(7, 0, 8, 9);
  }

  @Test
  void theZerosOutsideAreNoEigenvalues() {
    LinearOperator positive =
        DiagonalOperator.of(new double[] {3, 4, 5, 6, 7, 8}, ArraySpace.of(6));
    DiagonalBlock block = DiagonalBlock.of(positive, List.of(new CoordinateRange(1, 3)));
    try (Eigenpairs pairs = Lanczos.solve(block, LanczosOptions.of(1, 1))) {
      assertThat(pairs.top().get(0).value()).isCloseTo(6, within(1e-9));
      assertThat(pairs.bottom().get(0).value()).isCloseTo(4, within(1e-9));
    }
  }

  @Test
  void rangesMustBeInOrderAndInside() {
    for (List<CoordinateRange> wrong :
        List.of(
            List.of(new CoordinateRange(2, 1), new CoordinateRange(0, 1)),
            List.of(new CoordinateRange(0, 2), new CoordinateRange(1, 2)),
            List.of(new CoordinateRange(3, 2)),
            List.of(new CoordinateRange(1, 0)))) {
      assertThatThrownBy(() -> DiagonalBlock.of(WHOLE, wrong)).isInstanceOf(ThalwegException.class);
    }
  }
}
