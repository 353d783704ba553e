package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.torch.engine.NativeMemory;

class NativeMemoryOfSamplesTest {
  @ParameterizedTest
  @CsvSource({"1, 1000000000", "2, 0"})
  void staysFlat(int workers, long graphBytes) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults()
            .withWorkers(workers)
            .withGraphBytes(graphBytes)
            .withChunkSize(20);
    NativeMemory empty = NativeMemory.now();
    try (NetworkObjective all =
            GoldenObjectives.objective(GoldenCase.load("mlp-regression"), options);
        NetworkObjective objective = all.subset(new int[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8});
        Vector theta = objective.parameters();
        Vector y = objective.space().zeros()) {
      work(objective, theta, y, 20);
      NativeMemory before = NativeMemory.now();
      work(objective, theta, y, 200);
      NativeMemory gained = NativeMemory.now().minus(before);
      assertThat(gained.liveObjects()).isZero();
      assertThat(gained.liveBytes()).isZero();
    }
    assertThat(NativeMemory.now().minus(empty).liveObjects()).isZero();
  }

  private static void work(NetworkObjective objective, Vector theta, Vector y, int rounds) {
    for (int i = 0; i < rounds; i++) {
      objective.sampleLosses(theta);
      objective.sampleSlopes(theta, theta);
      objective.sampleSquaredGradientNorms(theta);
      objective.gradient(theta, new int[] {1, 2, 1}, y);
      try (NetworkObjective subset = objective.subset(new int[] {0, 2});
          LinearOperator gaussNewton = subset.gaussNewton(theta);
          LinearOperator fisher = subset.fisher(theta);
          LinearOperator empirical = objective.empiricalFisher(theta)) {
        gaussNewton.apply(theta, y);
        fisher.apply(theta, y);
        empirical.apply(theta, y);
      }
    }
  }
}
