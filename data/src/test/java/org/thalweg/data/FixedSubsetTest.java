package org.thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;

class FixedSubsetTest {
  @Test
  void isAscendingWithoutRepetition() {
    int[] indices = FixedSubset.indices(1000, 100, 5);
    assertThat(indices).hasSize(100).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(indices)).allMatch(i -> i >= 0 && i < 1000);
  }

  @Test
  void theSeedDecides() {
    assertThat(FixedSubset.indices(1000, 100, 5)).isEqualTo(FixedSubset.indices(1000, 100, 5));
    assertThat(FixedSubset.indices(1000, 100, 6)).isNotEqualTo(FixedSubset.indices(1000, 100, 5));
  }

  @Test
  void aLargerSubsetContainsTheSmaller() {
    assertThat(Arrays.stream(FixedSubset.indices(1000, 200, 5)).boxed())
        .containsAll(Arrays.stream(FixedSubset.indices(1000, 100, 5)).boxed().toList());
  }

  @Test
  void allOfThemAreTheSetItself() {
    assertThat(FixedSubset.indices(50, 50, 9)).isEqualTo(IntStream.range(0, 50).toArray());
    Samples train = Datasets.open("sine").train();
    assertThat(ContentHash.of(FixedSubset.draw(train, train.count(), 9)))
        .isEqualTo(ContentHash.of(train));
  }

  @Test
  void samplesKeepTheirTargets() {
    Dataset digits = Datasets.open("digits");
    int[] indices = FixedSubset.indices(digits.train().count(), 20, 1);
    Samples subset = FixedSubset.draw(digits.train(), 20, 1);
    assertThat(subset.count()).isEqualTo(20);
    float[] ours = new float[64];
    float[] theirs = new float[64];
    for (int i = 0; i < 20; i++) {
      subset.features(i, ours, 0);
      digits.train().features(indices[i], theirs, 0);
      assertThat(ours).isEqualTo(theirs);
      assertThat(((Targets.Labels) subset.targets()).label(i))
          .isEqualTo(((Targets.Labels) digits.train().targets()).label(indices[i]));
    }
  }

  /** Every index is as likely as any other: each in 1/4 of 2,000 draws, five standard errors. */
  @Test
  void everySampleIsEquallyLikely() {
    int draws = 2000;
    int[] drawn = new int[20];
    for (int seed = 0; seed < draws; seed++) {
      for (int index : FixedSubset.indices(20, 5, seed)) {
        drawn[index]++;
      }
    }
    double error = Math.sqrt(0.25 * 0.75 / draws);
    for (int index = 0; index < 20; index++) {
      assertThat((double) drawn[index] / draws).isCloseTo(0.25, within(5 * error));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 11})
  void theNumberMustFit(int n) {
    Failures.assertCode(() -> FixedSubset.indices(10, n, 0), ErrorCode.INVALID_OPTION)
        .hasMessageContaining("1 to 10")
        .hasMessageContaining("found:    " + n)
        .hasMessageContaining("at most 10 samples");
  }
}
