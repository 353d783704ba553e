package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Targets;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.random.RandomStream;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/** Several products in one pass over the data, and stopping between chunks. */
class CurvatureProductsTest {
  private static final int SAMPLES = 30;
  private static final int CHUNKS = 10;

  private final AtomicInteger passes = new AtomicInteger();
  private final Network network =
      BuiltInNetwork.create(NetworkSpecification.parse("mlp:5", Activation.TANH), List.of(4), 3);

  /** Autograd's way, with a count of chunks that went through the network. */
  private record Counted(ForwardFunction network, AtomicInteger passes) implements ForwardFunction {
    @Override
    public ParameterLayout layout() {
      return network.layout();
    }

    @Override
    public List<InputForm> inputForms(List<Integer> featureShape) {
      return network.inputForms(featureShape);
    }

    @Override
    public List<Integer> outputShape(List<Tensor> parameters, List<Tensor> inputs) {
      return network.outputShape(parameters, inputs);
    }

    @Override
    public Tensor forward(List<Tensor> parameters, List<Tensor> inputs) {
      passes.incrementAndGet();
      return network.forward(parameters, inputs);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0, 2", "0, 3", "4000, 2", "1000000000, 2"})
  void severalProductsHaveTheBitsOfSingleOnes(long bytes, int workers) {
    for (ForwardFunction each : List.of(network, new Counted(network, passes))) {
      try (NetworkObjective objective = objective(each, bytes, workers);
          Vector theta = objective.parameters();
          LinearOperator hessian = objective.hessian(theta)) {
        List<Vector> xs = vectors(objective, 11);
        List<Vector> ys = vectors(objective, 11);
        long before = objective.cost().hessianProducts();
        assertThat(hessian.applyAll(xs, ys, () -> false)).isTrue();
        assertThat(objective.cost().hessianProducts() - before).isEqualTo(11);
        for (int i = 0; i < xs.size(); i++) {
          try (Vector alone = hessian.apply(xs.get(i))) {
            assertThat(ys.get(i).toArray()).containsExactly(alone.toArray());
          }
        }
        xs.forEach(Vector::close);
        ys.forEach(Vector::close);
      }
    }
  }

  @Test
  void whatIsNotKeptIsComputedOnceForAll() {
    try (NetworkObjective objective = objective(new Counted(network, passes), 0, 1);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      assertThat(hessian.together()).isGreaterThanOrEqualTo(8);
      List<Vector> xs = vectors(objective, 8);
      passes.set(0);
      hessian.applyAll(xs, vectors(objective, 8), () -> false);
      assertThat(passes).hasValue(CHUNKS);
      xs.forEach(x -> hessian.apply(x).close());
      assertThat(passes).hasValue(9 * CHUNKS);
    }
  }

  @Test
  void whatIsKeptIsNeverComputedAgain() {
    try (NetworkObjective objective = objective(new Counted(network, passes), 1L << 30, 2);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      assertThat(hessian.together()).isOne();
      passes.set(1); // the first chunk's graph tells how many fit
      for (Vector x : vectors(objective, 5)) {
        hessian.apply(x).close();
        assertThat(passes).hasValue(CHUNKS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "3, 1", "3, 2", "9, 1"})
  void aRequestToStopIsHeardBetweenChunks(int after, int workers) {
    try (NetworkObjective objective = objective(new Counted(network, passes), 0, workers);
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta)) {
      List<Vector> x = vectors(objective, 1);
      passes.set(0);
      assertThat(hessian.applyAll(x, vectors(objective, 1), () -> passes.get() >= after)).isFalse();
      assertThat(passes.get()).isBetween(after, after + workers - 1);
      assertThat(objective.cost().hessianProducts()).isZero();
      // It goes on working as if nothing had been.
      try (Vector again = hessian.apply(x.get(0));
          NetworkObjective fresh = objective(network, 0, workers);
          LinearOperator other = fresh.hessian(theta);
          Vector expected = other.apply(x.get(0))) {
        assertThat(again.axpy(-1, expected).norm()).isLessThan(1e-6 * expected.norm());
      }
    }
  }

  private static List<Vector> vectors(NetworkObjective objective, int count) {
    List<Vector> vectors = new ArrayList<>();
    int dimension = objective.layout().dimension();
    IntStream.range(0, count)
        .forEach(
            i ->
                vectors.add(objective.space().of(RandomStream.of(1, "v", i).gaussians(dimension))));
    return vectors;
  }

  private static NetworkObjective objective(ForwardFunction network, long bytes, int workers) {
    int[] labels = IntStream.range(0, SAMPLES).map(i -> i % 3).toArray();
    return NetworkObjective.of(
        network,
        RandomStream.of(0, "weights").gaussians(network.layout().dimension()),
        new ArraySamples(
            List.of(4),
            RandomStream.of(0, "features").gaussians(4 * SAMPLES),
            new Targets.Labels(3, labels)),
        ObjectiveOptions.defaults()
            .withChunkSize(SAMPLES / CHUNKS)
            .withGraphBytes(bytes)
            .withWorkers(workers));
  }
}
