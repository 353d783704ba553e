package org.thalweg.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class GridTest {
  private static final Grid GRID = new Grid(2, 3, Values.of(0, 1, 2, 10, 11, 12));

  @Test
  void theFirstIndexCountsRows() {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(GRID.get(i, j)).isEqualTo(10 * i + j);
      }
    }
    assertThat(GRID.toArrays()).isDeepEqualTo(new double[][] {{0, 1, 2}, {10, 11, 12}});
  }

  @Test
  void anIndexNeverRunsIntoTheNextRow() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> GRID.get(0, 3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> GRID.get(1, -1));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> GRID.get(2, 0));
  }

  @Test
  void valueSemantics() {
    assertThat(GRID).isEqualTo(new Grid(2, 3, Values.of(0, 1, 2, 10, 11, 12)));
    assertThat(GRID).isNotEqualTo(new Grid(3, 2, Values.of(0, 1, 2, 10, 11, 12)));
    assertThat(new Grid(1, 1, Values.of(Double.NaN)))
        .isEqualTo(new Grid(1, 1, Values.of(Double.NaN)));
  }

  @Test
  void sizesMustFit() {
    assertMismatch(() -> new Grid(2, 2, Values.of(1, 2, 3)));
    assertMismatch(() -> new Grid(-1, -1, Values.of(1)));
    assertMismatch(() -> new Grid(65536, 65536, Values.of()));
  }

  private static void assertMismatch(Runnable action) {
    assertThatExceptionOfType(ThalwegException.class)
        .isThrownBy(action::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
  }
}
