package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Targets.Labels TOKENS =
      new Targets.Labels(9, List.of(3), 0, 1, 2, 3, 4, 5, 6, 7, 8);

  @Test
  void labelsAtPositionsAreRowMajor() {
    assertThat(TOKENS.count()).isEqualTo(3);
    assertThat(TOKENS.positions()).isEqualTo(3);
    assertThat(TOKENS.label(1, 2)).isEqualTo(5);
  }

  @Test
  void aSelectionTakesWholeSamples() {
    Targets.Labels selected = TOKENS.select(2, 0);
    assertThat(selected.shape()).containsExactly(3);
    assertThat(selected.label(0, 0)).isEqualTo(6);
    assertThat(selected.label(1, 2)).isEqualTo(2);
  }

  @Test
  void everyPositionCountsForHashAndSummary() {
    Samples samples = ArraySamples.of(List.of(1), new float[3], TOKENS);
    Samples changed =
        ArraySamples.of(
            List.of(1), new float[3], new Targets.Labels(9, List.of(3), 0, 1, 2, 3, 4, 5, 6, 7, 7));
    assertThat(ContentHash.of(samples)).isNotEqualTo(ContentHash.of(changed));
    assertThat(SplitSummary.of(changed).classCounts()).containsExactly(1, 1, 1, 1, 1, 1, 1, 2, 0);
  }
}
