package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.study.observation.Observation;

class SeedContrastsTest {
  private final List<Observation> rows = new ArrayList<>();

  private static double loss(Observation row) {
    return row.value("loss");
  }

  private void add(String network, String optimizer, long seed, double loss) {
    rows.add(
        new Observation(
            network + optimizer + seed,
            Map.of("network", network, "optimizer", optimizer),
            seed,
            Observation.State.COMPLETE,
            Map.of("loss", loss),
            ""));
  }

  /** loss = 10·network + optimizer + seed·network. */
  private void twoByTwo(int seeds) {
    for (int seed = 1; seed <= seeds; seed++) {
      for (int network = 1; network <= 2; network++) {
        for (int optimizer = 1; optimizer <= 2; optimizer++) {
          add("n" + network, "o" + optimizer, seed, 10 * network + optimizer + seed * network);
        }
      }
    }
  }

  @Test
  void differenceIsTakenWithinSeedAndAveragedOverTheOtherFactors() {
    twoByTwo(3);
    SeedContrasts networks =
        SeedContrasts.difference(rows, SeedContrastsTest::loss, "network", "n2", "n1");
    assertThat(networks.values()).containsExactly(11.0, 12.0, 13.0);
    assertThat(networks.seeds()).containsExactly(1L, 2L, 3L);
    assertThat(networks.combinations()).isEqualTo(2);
    assertThat(networks.observations()).isEqualTo(12);
    SeedContrasts optimizers =
        SeedContrasts.difference(rows, SeedContrastsTest::loss, "optimizer", "o1", "o2");
    assertThat(optimizers.values()).containsExactly(-1.0, -1.0, -1.0);
  }

  @Test
  void meanIsOverAllCells() {
    twoByTwo(2);
    // Mean of 10·1.5 + 1.5 + 1.5·seed.
    assertThat(SeedContrasts.mean(rows, SeedContrastsTest::loss).values())
        .containsExactly(18.0, 19.5);
  }

  @Test
  void weightsOfASlopeGiveTheSlope() {
    for (int seed = 1; seed <= 2; seed++) {
      add("a", "o", seed, 1);
      add("b", "o", seed, 1 + 3.0 * seed);
      add("c", "o", seed, 1 + 6.0 * seed);
    }
    SeedContrasts slopes =
        SeedContrasts.of(
            rows, SeedContrastsTest::loss, "network", Map.of("a", -0.5, "b", 0.0, "c", 0.5));
    assertThat(slopes.values()).containsExactly(3.0, 6.0);
  }

  @Test
  void aSeedThatLacksACellIsLeftOutAndCounted() {
    twoByTwo(2);
    add("n1", "o1", 3, 14);
    add("n2", "o1", 3, Double.NaN);
    add("n1", "o2", 3, 15);
    add("n2", "o2", 3, 28);
    SeedContrasts contrasts =
        SeedContrasts.difference(rows, SeedContrastsTest::loss, "network", "n2", "n1");
    assertThat(contrasts.seeds()).containsExactly(1L, 2L);
    assertThat(contrasts.missing()).isEqualTo(1);
    assertThat(contrasts.observationsMissing()).isEqualTo(1);
  }

  @Test
  void aCombinationThatNoSeedHasIsLeftOutForAll() {
    for (int seed = 1; seed <= 2; seed++) {
      add("n1", "o1", seed, 1);
      add("n2", "o1", seed, 3);
      add("n1", "o2", seed, 5);
      add("n2", "o2", seed, Double.POSITIVE_INFINITY);
    }
    SeedContrasts contrasts =
        SeedContrasts.difference(rows, SeedContrastsTest::loss, "network", "n2", "n1");
    assertThat(contrasts.values()).containsExactly(2.0, 2.0);
    assertThat(contrasts.combinations()).isEqualTo(1);
    assertThat(contrasts.combinationsMissing()).isEqualTo(1);
    assertThat(contrasts.observations()).isEqualTo(4);
  }

  @Test
  void nothingMeasuredGivesNothing() {
    assertThat(SeedContrasts.mean(List.of(), SeedContrastsTest::loss).values()).isEmpty();
    add("n1", "o1", 1, Double.NaN);
    SeedContrasts contrasts =
        SeedContrasts.difference(rows, SeedContrastsTest::loss, "network", "n1", "n2");
    assertThat(contrasts.values()).isEmpty();
    assertThat(contrasts.missing()).isEqualTo(1);
  }

  @Test
  void logarithmsOfWhatIsNotPositiveAreMissing() {
    add("n1", "o1", 1, 2);
    add("n2", "o1", 1, 8);
    add("n1", "o1", 2, 0);
    add("n2", "o1", 2, 8);
    ToDoubleFunction<Observation> logarithm = row -> Contrast.RATIO.transform(row.value("loss"));
    SeedContrasts contrasts = SeedContrasts.difference(rows, logarithm, "network", "n2", "n1");
    assertThat(contrasts.seeds()).containsExactly(1L);
    assertThat(Contrast.RATIO.back(contrasts.values().get(0))).isCloseTo(4, within(1e-12));
  }
}
