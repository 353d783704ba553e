package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Restriction;
import org.thalweg.random.RandomStream;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.NetworkSpecification;

/** What a point's value must not depend on: the points beside it, their order, and the workers. */
class PointBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "mlp:300, gelu, digits, cross-entropy, 211",
    "mlp:24-16, tanh, digits, cross-entropy:smoothing=0.1, 100",
    "mlp:20, relu, sine, mse, 140",
    "mlp:16-16-16, gelu, sine, huber, 77",
    "resmlp:12-20-20, relu, digits, cross-entropy, 101",
    "resmlp:20-20, tanh, sine, l1, 1",
    "mlp, relu, digits, cross-entropy, 33",
  })
  void companyAndOrderChangeNoBit(
      String network, String activation, String data, String loss, int samples) {
    for (Precision precision : Precision.values()) {
      try (NetworkObjective objective =
              objective(network, activation, data, loss, samples, precision);
          Vector theta = objective.parameters();
          Vector first = direction(objective, 0);
          Vector second = direction(objective, 1)) {
        AffineSubspace plane = new AffineSubspace(theta, List.of(first, second));
        List<double[]> grid = grid(7, 41);
        try (Restriction restriction = objective.along(plane)) {
          List<Evaluation> together = restriction.evaluate(grid);
          int[] order = RandomStream.of(4, "order").permutation(grid.size());
          for (int start = 0, size = 1; start < order.length; start += size, size = size * 2 + 1) {
            int[] some = Arrays.copyOfRange(order, start, Math.min(order.length, start + size));
            List<Evaluation> apart =
                restriction.evaluate(Arrays.stream(some).mapToObj(grid::get).toList());
            for (int i = 0; i < some.length; i++) {
              assertThat(apart.get(i)).isEqualTo(together.get(some[i]));
            }
          }
        }
      }
    }
  }

  @Test
  void workersShareTheFirstLayerAndChangeNoBit() {
    try (NetworkObjective objective =
            objective("mlp:64", "relu", "digits", "cross-entropy", 500, Precision.FLOAT32);
        Vector theta = objective.parameters();
        Vector first = direction(objective, 0);
        Vector second = direction(objective, 1)) {
      PointPlan plan =
          new PointPlan("plane", new AffineSubspace(theta, List.of(first, second)), grid(13, 29));
      List<List<Object>> found = new ArrayList<>();
      for (int workers = 1; workers <= 4; workers++) {
        found.add(
            List.copyOf(
                new LocalEvaluator()
                    .evaluate(
                        objective,
                        plan,
                        new InMemoryLedger(),
                        ExecutionOptions.defaults().withWorkers(workers))
                    .evaluations()));
      }
      assertThat(found).allMatch(found.get(0)::equals);
    }
  }

  /** A line that is left and come back to, and two that are open at once. */
  @Test
  void openLinesDoNotDisturbEachOther() {
    try (NetworkObjective objective =
            objective("mlp:8", "tanh", "iris", "cross-entropy", 50, Precision.FLOAT64);
        Vector theta = objective.parameters();
        Vector first = direction(objective, 0);
        Vector second = direction(objective, 1);
        NetworkObjective replica = objective.replicate()) {
      AffineSubspace one = new AffineSubspace(theta, List.of(first));
      AffineSubspace other = new AffineSubspace(theta, List.of(second));
      List<double[]> points = List.of(new double[] {0.3}, new double[] {-2});
      List<Evaluation> expected = objective.evaluate(one, points);
      try (Restriction along = objective.along(one);
          Restriction across = objective.along(other);
          Restriction elsewhere = replica.along(one)) {
        assertThat(across.evaluate(points)).isNotEqualTo(expected);
        assertThat(along.evaluate(points)).isEqualTo(expected);
        assertThat(elsewhere.evaluate(points)).isEqualTo(expected);
      }
      first.scale(2);
      assertThat(objective.evaluate(one, List.of(new double[] {0.15}, new double[] {-1})))
          .isEqualTo(expected);
    }
  }

  /** NaN and infinity are values, and stay with the point that they belong to. */
  @Test
  void aPointThatOverflowsLeavesItsNeighboursAlone() {
    try (NetworkObjective objective =
            objective("mlp:20-20", "relu", "digits", "cross-entropy", 60, Precision.FLOAT32);
        Vector theta = objective.parameters();
        Vector first = direction(objective, 0)) {
      AffineSubspace line = new AffineSubspace(theta, List.of(first));
      List<double[]> points = List.of(new double[] {0.5}, new double[] {1e30}, new double[] {0.25});
      List<Evaluation> found = objective.evaluate(line, points);
      assertThat(found.get(1).loss()).isNaN();
      assertThat(found.get(1).accuracy()).isZero();
      assertThat(found.get(0)).isEqualTo(objective.evaluate(line, points.subList(0, 1)).get(0));
      assertThat(found.get(2)).isEqualTo(objective.evaluate(line, points.subList(2, 3)).get(0));
      assertThat(found.get(0).loss()).isFinite();
    }
  }

  private static NetworkObjective objective(
      String network, String activation, String data, String loss, int count, Precision precision) {
    Samples all = Datasets.open(data).train();
    Samples samples =
        all.select(Arrays.copyOf(RandomStream.of(1, "samples").permutation(all.count()), count));
    NetworkSpecification specification =
        NetworkSpecification.parse(network.replace('-', ','), Activation.parse(activation));
    int outputs = data.equals("sine") ? 1 : data.equals("iris") ? 3 : 10;
    BuiltInNetwork function = BuiltInNetwork.create(specification, samples.featureShape(), outputs);
    return NetworkObjective.of(
        function,
        function.initialize(5),
        samples,
        ObjectiveOptions.defaults().withLoss(Loss.named(loss)).withPrecision(precision));
  }

  private static Vector direction(NetworkObjective objective, int index) {
    double[] components =
        RandomStream.of(9, "direction", index).gaussians(objective.layout().dimension());
    for (int i = 0; i < components.length; i++) {
      components[i] *= 0.1;
    }
    return objective.space().of(components);
  }

  /** Not square, and without the origin. */
  private static List<double[]> grid(int rows, int columns) {
    List<double[]> grid = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        grid.add(new double[] {-0.5 + 0.17 * i, 0.013 + 0.09 * (j - columns / 2)});
      }
    }
    return grid;
  }
}
