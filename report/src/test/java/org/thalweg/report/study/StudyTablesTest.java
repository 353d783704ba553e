package org.thalweg.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.study.observation.Observation;

class StudyTablesTest {
  private static final StudyContents CONTENTS = SampleStudies.architectures();
  private static final Map<String, String> TABLES = StudyTables.of(CONTENTS);

  @Test
  void aRowForEachTrialWithEveryDigit() {
    List<String> lines = lines("trials.csv");
    assertThat(lines.get(0))
        .isEqualTo(
            "trial,network,seed,state,train_loss,test_loss,gap,epochs_to_target,lambda_max,sharpness,"
                + "entropy,slice_r2,constant,note");
    assertThat(lines).hasSize(1 + 20);
    Observation first = CONTENTS.observations().trials().get(0);
    assertThat(lines.get(1))
        .startsWith(
            first.id() + ",shallow,1,complete," + Double.toString(first.value("train_loss")) + ",");
    assertThat(lines.get(7)).contains(",failed,1.7,NaN,").contains("training diverged");
  }

  @Test
  void seriesPairsAndFindings() {
    assertThat(lines("series.csv")).hasSize(1 + 19 * 3 * 21);
    assertThat(lines("series.csv").get(0)).isEqualTo("trial,network,seed,series,epoch,value");
    assertThat(lines("pairs.csv")).hasSize(1 + 16);
    assertThat(lines("cells.csv")).hasSize(1 + 4 * 10);
    // Six pairs of four levels in two quantities.
    assertThat(lines("comparisons.csv")).hasSize(1 + 12);
    // 9 quantities of trials: 9 · 8 / 2 pairs.
    assertThat(lines("correlations.csv")).hasSize(1 + 36);
    assertThat(lines("claims.csv")).hasSize(1 + 6);
    assertThat(lines("rankings.csv").get(1)).startsWith("sharpness,test_loss,residual,");
    assertThat(lines("scores.csv").get(1)).contains("difficulty,epochs_to_target,");
  }

  @Test
  void tablesWithoutRowsAreLeftOut() {
    assertThat(StudyTables.of(SampleStudies.pending()))
        .containsKey("trials.csv")
        .doesNotContainKeys("pairs.csv", "series.csv", "claims.csv");
  }

  @Test
  void strangeTextIsQuoted() {
    String text =
        StudyTables.of(SampleStudies.strange(name -> "a \"b\", c\n" + name)).get("trials.csv");
    assertThat(text).contains("\"a \"\"b\"\", c\nshallow\"");
  }

  private static List<String> lines(String name) {
    return TABLES.getOrDefault(name, "").lines().toList();
  }
}
