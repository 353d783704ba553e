package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Targets;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

class NativeMemoryOfObjectiveTest {
  private static final List<Integer> SHAPE = List.of(1, 8, 8);

  @ParameterizedTest
  @CsvSource({"1, 1000000000", "2, 100000"})
  void staysFlatOver2000PointsAnd500HessianProducts(int workers, long graphBytes) {
    NativeMemory empty = NativeMemory.now();
    try (NetworkObjective objective = objective(workers, graphBytes);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector product = objective.space().zeros();
        LinearOperator hessian = objective.hessian(theta)) {
      objective.gradient(theta, gradient);
      work(objective, theta, gradient, hessian, product, 50);
      NativeMemory before = NativeMemory.now();

      work(objective, theta, gradient, hessian, product, 500);

      NativeMemory gained = NativeMemory.now().minus(before);
      assertThat(gained.liveObjects()).isZero();
      assertThat(gained.liveBytes()).isZero();
      assertThat(gained.residentBytes()).isLessThan(50 << 20);
    }
    assertThat(NativeMemory.now().minus(empty).liveObjects()).isZero();
  }

  /** Four points, one gradient, one product, one short-lived replica with a Hessian of its own. */
  private static void work(
      NetworkObjective objective,
      Vector theta,
      Vector gradient,
      LinearOperator hessian,
      Vector product,
      int rounds) {
    AffineSubspace line = new AffineSubspace(theta, List.of(gradient));
    for (int i = 0; i < rounds; i++) {
      objective.evaluate(
          line, List.of(new double[] {0.1}, new double[] {0.2}, new double[] {0.3 + i}));
      objective.evaluate(theta);
      objective.gradient(theta, gradient);
      hessian.apply(gradient, product);
      if (i % 10 == 0) {
        try (NetworkObjective replica = objective.replicate();
            LinearOperator own = replica.hessian(theta)) {
          own.apply(gradient, product);
        }
      }
    }
  }

  private static NetworkObjective objective(int workers, long graphBytes) {
    Network network =
        BuiltInNetwork.create(NetworkSpecification.parse("cnn:4,4", Activation.RELU), SHAPE, 3);
    double[] pixels = RandomStream.of(1, "pixels").gaussians(20 * 64);
    int[] labels = new int[20];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 3;
    }
    return NetworkObjective.of(
        network,
        network.initialize(1),
        new ArraySamples(SHAPE, pixels, new Targets.Labels(3, labels)),
        ObjectiveOptions.defaults()
            .withChunkSize(8)
            .withWorkers(workers)
            .withGraphBytes(graphBytes));
  }
}
