package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.InputForm;
import org.thalweg.torch.network.PointFunction;

/** Networks that need a pass over the data before a point can be evaluated. */
class PreparedPointsTest {
  private static final GoldenCase GOLDEN = GoldenCase.load("mlp-digits");
  private static final List<double[]> LINE =
      List.of(new double[] {0}, new double[] {0.5}, new double[] {1}, new double[] {-1});

  @Test
  void pointsArePreparedByTheWorkersSideBySide() {
    CyclicBarrier two = new CyclicBarrier(2);
    Preparing network = new Preparing(() -> await(two));
    List<Evaluation> sideBySide = line(network, 2);
    assertThat(network.closed.get()).isEqualTo(LINE.size());
    assertThat(sideBySide).isEqualTo(line(new Preparing(() -> {}), 1));
  }

  @Test
  void whatWasPreparedIsClosedWhenAnotherPointFails() {
    AtomicInteger calls = new AtomicInteger();
    Preparing network =
        new Preparing(
            () -> {
              if (calls.incrementAndGet() == 3) {
                throw new IllegalStateException("the third point");
              }
            });
    assertThatThrownBy(() -> line(network, 1)).hasMessageContaining("the third point");
    assertThat(network.closed.get()).isEqualTo(2);
  }

  private static List<Evaluation> line(ForwardFunction network, int workers) {
    ObjectiveOptions options = ObjectiveOptions.defaults().withChunkSize(100).withWorkers(workers);
    try (NetworkObjective objective =
            NetworkObjective.of(
                network, GOLDEN.parameters(), GoldenObjectives.samples(GOLDEN), options);
        Vector theta = objective.parameters();
        Vector direction = objective.space().of(GOLDEN.direction("d1_filter"))) {
      return objective.evaluate(new AffineSubspace(theta, List.of(direction)), LINE);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("nobody else is preparing a point", e);
    }
  }

  /** A network that prepares each point. */
  private static final class Preparing implements ForwardFunction {
    private final ForwardFunction network = GoldenObjectives.network(GOLDEN);
    private final Runnable preparation;
    private final AtomicInteger closed = new AtomicInteger();

    Preparing(Runnable preparation) {
      this.preparation = preparation;
    }

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
      return network.forward(parameters, inputs);
    }

    @Override
    public int preparingPasses() {
      return 1;
    }

    @Override
    public PointFunction at(List<Tensor> parameters, List<List<Tensor>> data) {
      preparation.run();
      return new PointFunction() {
        @Override
        public Tensor forward(List<Tensor> point, List<Tensor> inputs) {
          return network.forward(point, inputs);
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    }
  }
}
