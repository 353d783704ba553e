package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.thalweg.array.NumericArray;

class DigitsTest {
  private final Dataset digits = Datasets.open("digits");

  /** Label and features of each sample, comparable. */
  private static List<String> rows(Samples samples) {
    List<String> rows = new ArrayList<>();
    float[] features = new float[64];
    for (int i = 0; i < samples.count(); i++) {
      samples.features(i, features, 0);
      rows.add(((Targets.Labels) samples.targets()).label(i) + Arrays.toString(features));
    }
    return rows;
  }

  @Test
  void isSplitAsDocumented() {
    assertThat(digits.train().count()).isEqualTo(1297);
    assertThat(digits.test().count()).isEqualTo(500);
    assertThat(digits.train().featureShape()).containsExactly(1, 8, 8);
    Set<String> train = new HashSet<>(rows(digits.train()));
    assertThat(rows(digits.test())).noneMatch(train::contains);
  }

  @Test
  void bothSplitsTogetherAreTheWholeFile() {
    DatasetSummary summary = DatasetSummary.of(digits);
    List<Integer> published = List.of(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    for (int label = 0; label < 10; label++) {
      assertThat(summary.train().classCounts().get(label) + summary.test().classCounts().get(label))
          .as("class %d", label)
          .isEqualTo(published.get(label));
    }
    double sum =
        64 * (1297 * summary.train().features().mean() + 500 * summary.test().features().mean());
    assertThat(Math.round(16 * sum)).isEqualTo(561_718);
    assertThat(summary.train().features().minimum()).isZero();
    assertThat(summary.train().features().maximum()).isEqualTo(1);
  }

  @Test
  void holdsEverySampleOfTheGoldenCase() {
    Map<String, NumericArray> golden = Golden.data("mlp-digits");
    double[] features = Objects.requireNonNull(golden.get("x")).toDoubles();
    double[] labels = Objects.requireNonNull(golden.get("y")).toDoubles();
    Set<String> ours = new HashSet<>(rows(digits.train()));
    ours.addAll(rows(digits.test()));
    for (int i = 0; i < labels.length; i++) {
      float[] row = new float[64];
      for (int j = 0; j < 64; j++) {
        row[j] = (float) features[i * 64 + j];
      }
      assertThat(ours).contains((int) labels[i] + Arrays.toString(row));
    }
  }

  @Test
  void isTheSameEveryTime() {
    Dataset again = Datasets.open("digits");
    assertThat(again.contentHash()).isEqualTo(digits.contentHash()).startsWith("sha256:");
    assertThat(rows(again.test())).isEqualTo(rows(digits.test()));
  }

  /** The first sample of the file is a zero: whichever split has it has it unchanged. */
  @Test
  void keepsTheFirstRowOfTheFile() {
    float[] expected = {0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0};
    for (int i = 0; i < expected.length; i++) {
      expected[i] /= 16;
    }
    float[] first = new float[64];
    boolean found = false;
    for (Samples split : List.of(digits.train(), digits.test())) {
      split.features(0, first, 0);
      found |=
          Arrays.equals(Arrays.copyOf(first, 16), expected)
              && ((Targets.Labels) split.targets()).label(0) == 0;
    }
    assertThat(found).isTrue();
  }
}
