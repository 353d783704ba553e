package org.thalweg.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededTest {
  @Test
  void seedsDifferAndComeBack() {
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    Seeded.cases(20, first::add);
    Seeded.cases(20, second::add);
    assertThat(first).hasSize(20).doesNotHaveDuplicates().isEqualTo(second);
  }

  @Test
  void aFailureSaysHowToReproduceIt() {
    List<Long> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Seeded.cases(
                    5,
                    seed -> {
                      seen.add(seed);
                      assertThat(seen).as("cases so far").hasSizeLessThan(3);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("case 3 of 5")
        .hasMessageContaining(
            "-Dtest=SeededTest#aFailureSaysHowToReproduceIt -Dthalweg.seed=" + seen.get(2))
        .hasMessageContaining("cases so far");
  }

  @Test
  void aSeedCanBeAskedForAlone() {
    List<Long> seen = new ArrayList<>();
    System.setProperty("thalweg.seed", "42");
    try {
      Seeded.cases(5, seen::add);
    } finally {
      System.clearProperty("thalweg.seed");
    }
    assertThat(seen).containsExactly(42L);
  }
}
