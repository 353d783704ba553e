package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.Targets;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.torch.engine.Libtorch;
import org.thalweg.torch.engine.NativeMemory;
import org.thalweg.torch.network.Network;

/** Networks that autograd finds odd, and networks that fail. */
class OddNetworkTest {
  private static final ObjectiveOptions OPTIONS =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withChunkSize(1);

  /** f = x·(w∘w): L = ½[(w₁²)² + (w₂² − 1)²] on the unit vectors with targets 0 and 1. */
  @Test
  void parametersWithoutInfluenceHaveZeroDerivatives() {
    Network network = OddNetwork.of((x, w) -> x.matmul(w.square().t()));
    try (NetworkObjective objective = objective(network, OPTIONS);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = objective.space().of(new double[] {1, 1, 1, 1});
        LinearOperator hessian = objective.hessian(theta);
        Vector product = hessian.apply(v)) {
      assertThat(objective.gradient(theta, gradient).loss()).isEqualTo(5);
      // 2w³ and 2w(w² − 1); 6w² and 6w² − 2
      assertThat(gradient.toArray()).containsExactly(2, 12, 0, 0);
      assertThat(product.toArray()).containsExactly(6, 22, 0, 0);
    }
  }

  @Test
  void aConstantNetworkHasZeroDerivatives() {
    Network network = OddNetwork.of((x, w) -> x.sum(new long[] {1}, true, null));
    try (NetworkObjective objective = objective(network, OPTIONS);
        Vector theta = objective.parameters();
        Vector gradient = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        Vector product = hessian.apply(theta)) {
      assertThat(objective.gradient(theta, gradient).loss()).isEqualTo(0.5);
      assertThat(gradient.toArray()).containsOnly(0);
      assertThat(product.toArray()).containsOnly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void afterAFailureTheNextCallWorksAndTheGradModeIsAsBefore(int workers) {
    AtomicBoolean fails = new AtomicBoolean();
    Network network =
        new OddNetwork(
            (x, w) -> x.matmul(w.square().t()),
            output -> {
              if (fails.get()) {
                throw new IllegalArgumentException("on purpose");
              }
              return output;
            });
    try (NetworkObjective objective = objective(network, OPTIONS.withWorkers(workers));
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        LinearOperator hessian = objective.hessian(theta)) {
      objective.gradient(theta, gradient);
      for (boolean mode : new boolean[] {true, false}) {
        try (AutoGradMode outer = new AutoGradMode(mode)) {
          NativeMemory before = NativeMemory.now();
          fails.set(true);
          for (Runnable call :
              List.<Runnable>of(
                  () -> objective.evaluate(theta), () -> objective.gradient(theta, gradient))) {
            assertThatThrownBy(call::run).hasMessage("on purpose");
            assertThat(gradMode()).isEqualTo(mode);
          }
          fails.set(false);
          assertThat(NativeMemory.now().minus(before).liveObjects()).isZero();
          assertThat(objective.gradient(theta, gradient).loss()).isEqualTo(5);
          assertThat(gradient.toArray()).containsExactly(2, 12, 0, 0);
          hessian.apply(theta).close();
          assertThat(gradMode()).isEqualTo(mode);
        }
      }
    }
  }

  /** Whether a new result of a tensor that asks for gradients records where it came from. */
  private static boolean gradMode() {
    Libtorch.load();
    try (Tensor leaf = torch.ones(1)) {
      leaf.set_requires_grad(true);
      try (Tensor result = leaf.square()) {
        return result.requires_grad();
      }
    }
  }

  private static NetworkObjective objective(Network network, ObjectiveOptions options) {
    ArraySamples samples =
        new ArraySamples(
            List.of(2), new double[] {1, 0, 0, 1}, new Targets.Reals(List.of(1), 0, 1));
    return NetworkObjective.of(network, network.initialize(0), samples, options);
  }
}
