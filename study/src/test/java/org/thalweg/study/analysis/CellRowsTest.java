package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.study.observation.Observation;

class CellRowsTest {
  private final List<Observation> trials = new ArrayList<>();

  private void add(String network, String optimizer, long seed, double x, double y) {
    Map<String, String> levels = new LinkedHashMap<>();
    levels.put("network", network);
    levels.put("optimizer", optimizer);
    trials.add(
        new Observation(
            network + optimizer + seed,
            levels,
            seed,
            Observation.State.COMPLETE,
            Map.of("x", x, "y", y),
            ""));
  }

  private CellRows table() {
    return CellRows.of(trials, List.of("x", "y"));
  }

  @Test
  void onlyRowsThatHaveEverything() {
    add("a", "sgd", 1, 1, 2);
    add("a", "sgd", 2, Double.NaN, 2);
    add("a", "adam", 1, 3, Double.POSITIVE_INFINITY);
    add("b", "adam", 3, 5, 6);
    CellRows table = table();
    assertThat(table.count()).isEqualTo(2);
    assertThat(table.missing()).isEqualTo(2);
    assertThat(table.column(0)).containsExactly(1, 5);
    assertThat(table.column(1)).containsExactly(2, 6);
    assertThat(table.cellCount()).isEqualTo(2);
    assertThat(table.seedCount()).isEqualTo(2);
    assertThat(CellRows.of(trials, List.of("x", "z")).count()).isEqualTo(0);
  }

  @Test
  void meansAndDeviationsByCell() {
    add("a", "sgd", 1, 1, 0);
    add("b", "sgd", 1, 10, 0);
    add("a", "sgd", 2, 3, 0);
    add("b", "sgd", 2, 30, 0);
    CellRows table = table();
    assertThat(table.means(table.column(0))).containsExactly(2, 20);
    assertThat(table.deviations(table.column(0))).containsExactly(-1, -10, 1, 10);
    // Of anything that every row has, not only of a column.
    assertThat(table.means(new double[] {1, 2, 3, 4})).containsExactly(2, 3);
  }

  @Test
  void someOfTheRows() {
    add("a", "sgd", 1, 1, 0);
    add("b", "sgd", 2, 10, 0);
    CellRows one = table().only(List.of(1));
    assertThat(one.column(0)).containsExactly(10);
    assertThat(one.seeds()).containsExactly(2L);
  }

  @Test
  void aSelectionKeepsWhatItNames() {
    add("a", "sgd", 1, 1, 0);
    add("b", "sgd", 1, 2, 0);
    add("b", "adam", 1, 3, 0);
    Selection selection =
        new Selection(Map.of("network", List.of("b", "c"), "optimizer", List.of("adam")));
    assertThat(selection.of(trials)).extracting(row -> row.value("x")).containsExactly(3.0);
    assertThat(Selection.ALL.of(trials)).hasSize(3);
    assertThat(new Selection(Map.of("batch", List.of("32"))).of(trials)).isEmpty();
    assertThat(new Selection(Map.of("network", List.of("b", "c"))).describe())
        .isEqualTo("network = b, c");
    assertThat(Selection.ALL.describe()).isEmpty();
  }

  @Test
  void contrastsGoThereAndBack() {
    assertThat(Contrast.DIFFERENCE.transform(-3)).isEqualTo(-3);
    assertThat(Contrast.RATIO.transform(-3)).isNaN();
    assertThat(Contrast.RATIO.transform(0)).isNaN();
    assertThat(Contrast.RATIO.back(Contrast.RATIO.transform(1))).isEqualTo(1);
    assertThat(Contrast.RATIO.equal()).isEqualTo(1);
    assertThat(Contrast.DIFFERENCE.equal()).isEqualTo(0);
  }
}
