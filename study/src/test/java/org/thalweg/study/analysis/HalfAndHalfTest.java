package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.random.RandomStream;

class HalfAndHalfTest {
  /** Two quantities and an outcome 1 + 2a − 3b. */
  private static CellRows exact(int cells, int perCell) {
    RandomStream random = RandomStream.of(3, "exact");
    List<List<Double>> rows = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    for (int i = 0; i < cells * perCell; i++) {
      double a = random.gaussian();
      double b = random.gaussian();
      rows.add(List.of(a, b, 1 + 2 * a - 3 * b));
      numbers.add(i / perCell);
      seeds.add((long) (i % perCell));
    }
    return new CellRows(rows, numbers, seeds, 0);
  }

  @Test
  void enoughCellsAreDividedAsWholes() {
    HalfAndHalf halves = HalfAndHalf.of(exact(9, 4), 2, 1);
    assertThat(halves.unit()).isEqualTo(Unit.CELLS);
    Set<Integer> both = new HashSet<>(halves.fitting().cells());
    both.retainAll(halves.testing().cells());
    assertThat(both).isEmpty();
    assertThat(halves.fitting().cellCount()).isEqualTo(5);
    assertThat(halves.testing().cellCount()).isEqualTo(4);
    assertThat(halves.fitting().count() + halves.testing().count()).isEqualTo(36);
  }

  @Test
  void tooFewCellsAreDividedByTrials() {
    HalfAndHalf halves = HalfAndHalf.of(exact(7, 4), 2, 1);
    assertThat(HalfAndHalf.cellsNeeded(2)).isEqualTo(8);
    assertThat(halves.unit()).isEqualTo(Unit.TRIALS);
    assertThat(halves.fitting().count()).isEqualTo(14);
  }

  @Test
  void leastSquaresFindsWhatIsExact() {
    HalfAndHalf halves = HalfAndHalf.of(exact(1, 20), 2, 1);
    List<Double> coefficients = halves.coefficients().orElseThrow();
    assertThat(coefficients.get(0)).isCloseTo(1, within(1e-10));
    assertThat(coefficients.get(1)).isCloseTo(2, within(1e-10));
    assertThat(coefficients.get(2)).isCloseTo(-3, within(1e-10));
    double[] score = halves.score(halves.testing());
    assertThat(score).hasSize(10);
    for (int i = 0; i < score.length; i++) {
      assertThat(score[i]).isCloseTo(halves.testing().rows().get(i).get(2), within(1e-9));
    }
  }

  @Test
  void theSeedDecidesTheDivision() {
    CellRows table = exact(1, 20);
    assertThat(HalfAndHalf.of(table, 2, 1)).isEqualTo(HalfAndHalf.of(table, 2, 1));
    assertThat(HalfAndHalf.of(table, 2, 1).fitting())
        .isNotEqualTo(HalfAndHalf.of(table, 2, 2).fitting());
  }

  @Test
  void aColumnThatIsTwiceAnotherCannotBeFitted() {
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(List.of((double) i, 0.0, i * 0.5));
    }
    CellRows table =
        new CellRows(
            rows, rows.stream().map(row -> 0).toList(), rows.stream().map(row -> 1L).toList(), 0);
    HalfAndHalf halves = HalfAndHalf.of(table, 2, 1);
    assertThat(halves.coefficients()).isEmpty();
    assertThat(halves.score(halves.testing())).containsOnly(Double.NaN);
  }
}
