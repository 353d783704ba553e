package org.thalweg.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudySizeTest {
  private static Study read(String rest) {
    return StudyFile.read("s.yaml", "thalweg-study: 1\nname: s\n" + rest, Scale.QUICK);
  }

  @Test
  void everythingIsCounted() {
    Study study =
        read(
            """
            training: {data: digits, net: mlp:8}
            factors: {epochs: [2, 3, 10]}
            seeds: 4
            probes: {slice: {}, gradient: {}}
            pairs: {line: {}, aligned: {align: permutation, pairs: 2}}
            """);
    assertThat(StudySize.of(study)).isEqualTo(new StudySize(12, 60, 24, 3 * (3 + 2)));
  }

  @ParameterizedTest
  @CsvSource({
    // samples, batch, epochs, steps between records, records
    "100, 10, 3, 0, 4", // the start and three epochs
    "95, 10, 3, 0, 4", // ten steps an epoch, the last with five samples
    "100, 10, 3, 15, 3", // 0, 15, 30
    "100, 10, 3, 20, 3", // 0, 20, and the end at 30
    "100, 128, 0, 0, 1",
  })
  void recordsOfATraining(int samples, int batch, int epochs, int every, long expected) {
    String record = every == 0 ? "" : ", record-every: " + every;
    TrainingPlan plan =
        read("training: {data: digits, net: mlp:8, samples: %d, batch: %d, epochs: %d%s}"
                .formatted(samples, batch, epochs, record))
            .cells()
            .get(0)
            .training();
    assertThat(StudySize.records(plan, 1000)).isEqualTo(expected);
    assertThat(StudySize.records(plan, samples)).isEqualTo(expected);
  }

  @Test
  void pointsOfProbes() {
    Study study =
        read(
            """
            training: {data: digits, net: mlp:8}
            probes:
              slice: {points: 11, directions: 3}
              one: {probe: slice}
              surface: {points: 5}
              some: {probe: surface, adaptive: 0.1}
              hessian: {}
            pairs: {line: {}}
            """);
    assertThat(study.probes().stream().map(StudySize::points))
        .containsExactly(
            OptionalLong.of(33),
            OptionalLong.of(51),
            OptionalLong.of(25),
            OptionalLong.empty(),
            OptionalLong.empty());
    assertThat(StudySize.points(study.pairs().get(0).connect())).hasValue(25);
  }
}
