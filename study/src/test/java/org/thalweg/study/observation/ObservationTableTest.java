package org.thalweg.study.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Values;
import org.thalweg.study.design.BundledStudies;
import org.thalweg.study.design.Scale;
import org.thalweg.study.design.Study;

/** Tables come back as they were written, bit for bit. */
class ObservationTableTest {
  private static final Study STUDY = BundledStudies.read("r3-curvature", Scale.QUICK).orElseThrow();

  private static Observation observation(
      String id, boolean ofPairs, Observation.State state, String note, double value) {
    Map<String, Double> values = new LinkedHashMap<>();
    STUDY.quantities().stream()
        .filter(quantity -> quantity.ofPairs() == ofPairs)
        .forEach(quantity -> values.put(quantity.name(), value));
    return new Observation(id, STUDY.cells().get(0).levels(), -7, state, values, note);
  }

  @Test
  void trials() {
    ObservationTable table = ObservationTable.ofTrials(STUDY);
    List<Observation> rows =
        List.of(
            observation("0123456789ab", false, Observation.State.COMPLETE, "", 0.1 + 0.2),
            observation("x", false, Observation.State.FAILED, "a, \"b\"; c", Double.NaN),
            observation("y", false, Observation.State.PENDING, "", Double.NEGATIVE_INFINITY));
    String text = table.write(rows);
    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith("trial," + STUDY.factors().get(0).name() + ",seed,state,")
        .endsWith(",note");
    assertThat(text).contains("0.30000000000000004").contains(",-7,failed,NaN");
    assertThat(table.read(text, "trials.csv")).isEqualTo(rows);
    assertThat(table.read(table.write(List.of()), "trials.csv")).isEmpty();
  }

  @Test
  void pairs() {
    ObservationTable table = ObservationTable.ofPairs(STUDY);
    List<Observation> rows =
        List.of(observation("a-b", true, Observation.State.COMPLETE, "", Double.MIN_VALUE));
    assertThat(table.write(rows)).startsWith("pair,");
    assertThat(table.read(table.write(rows), "pairs.csv")).isEqualTo(rows);
  }

  @Test
  void aTableOfAnotherStudyIsRefused() {
    assertThatThrownBy(() -> ObservationTable.ofTrials(STUDY).read("trial,seed\nx,1\n", "t.csv"))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID))
        .hasMessageContaining("in t.csv");
    String text =
        ObservationTable.ofTrials(STUDY)
            .write(List.of(observation("x", false, Observation.State.FAILED, "", 0.5)));
    assertThatThrownBy(
            () -> ObservationTable.ofTrials(STUDY).read(text.replace("failed", "lost"), "t.csv"))
        .hasMessageContaining("complete, failed or pending");
    assertThatThrownBy(
            () -> ObservationTable.ofTrials(STUDY).read(text.replace("0.5,", "half,"), "t.csv"))
        .hasMessageContaining("numbers in column");
  }

  @Test
  void series() {
    Series one = new Series("x", "loss", Values.of(0, 0.5), Values.of(1.5, Double.NaN));
    Series other = new Series("x", "norm", Values.of(0), Values.of(1e-300));
    StudyObservations observations =
        new StudyObservations(
            STUDY,
            List.of(observation("x", false, Observation.State.COMPLETE, "", 1)),
            List.of(),
            List.of(one, other));
    String text = SeriesTable.write(observations);
    assertThat(text)
        .startsWith("trial," + STUDY.factors().get(0).name() + ",seed,series,epoch,value\n");
    assertThat(SeriesTable.read(text, "series.csv")).containsExactly(one, other);
    assertThatThrownBy(() -> SeriesTable.read(text.replace("1.5", "much"), "series.csv"))
        .hasMessageContaining("'much'");
  }
}
