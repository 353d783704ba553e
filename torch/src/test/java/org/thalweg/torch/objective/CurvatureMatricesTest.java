package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.data.Targets;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Network;

/** Gauss–Newton and Fisher matrices as dense matrices, written out by other means. */
class CurvatureMatricesTest {
  private static final ObjectiveOptions OPTIONS =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64).withChunkSize(3);

  /** Each class at each position is tried as the answer: E over y of ∇log p ∇log pᵀ. */
  @Test
  void fisherMatricesAreExpectationsOverTheModelsOwnAnswers() {
    try (NetworkObjective logits =
            Positions.objective(Loss.named("cross-entropy"), false, OPTIONS);
        NetworkObjective smoothed =
            Positions.objective(Loss.named("cross-entropy:smoothing=0.3"), false, OPTIONS);
        NetworkObjective logarithms = Positions.objective(Loss.named("nll"), true, OPTIONS)) {
      double[] expected = expectedFisher(logits).entries();
      RelativeError.atMost(
          1e-9, "F of logits", dense(logits, SampledObjective::fisher).entries(), expected);
      RelativeError.atMost(
          1e-9, "F, smoothed", dense(smoothed, SampledObjective::fisher).entries(), expected);
      RelativeError.atMost(
          1e-9, "F of nll", dense(logarithms, SampledObjective::fisher).entries(), expected);
    }
  }

  @Test
  void positionsThatDoNotCountAreLeftOut() {
    try (NetworkObjective logits =
            Positions.objective(Loss.named("cross-entropy:ignore=2"), false, OPTIONS);
        NetworkObjective logarithms =
            Positions.objective(Loss.named("nll:ignore=2"), true, OPTIONS);
        NetworkObjective all = Positions.objective(Loss.named("nll"), true, OPTIONS)) {
      double[] expected = dense(logits, SampledObjective::fisher).entries();
      double[] actual = dense(logarithms, SampledObjective::fisher).entries();
      RelativeError.atMost(1e-9, "F", actual, expected);
      assertThat(RelativeError.of(dense(all, SampledObjective::fisher).entries(), expected))
          .isGreaterThan(0.01);
    }
  }

  /** f = x·(w∘w): J = 2 x∘w, S = 2; for logits S = σ(f)(1 − σ(f)), whatever the target. */
  @Test
  void gaussNewtonMatricesByHand() {
    Network network = OddNetwork.of((x, w) -> x.matmul(w.square().t()));
    double[] x = RandomStream.of(3, "x").gaussians(2 * 5);
    for (Loss loss : List.of(new MeanSquaredError(), new BinaryCrossEntropy())) {
      double[][] expected = new double[4][4];
      for (int n = 0; n < 5; n++) {
        // Data are float32; w = (1, 2) and two parameters without influence.
        double a = (float) x[2 * n];
        double b = (float) x[2 * n + 1];
        double sigma = 1 / (1 + Math.exp(-(a + 4 * b)));
        double curvature = loss.name().equals("mse") ? 2 : sigma * (1 - sigma);
        double[] jacobian = {2 * a, 4 * b, 0, 0};
        for (int i = 0; i < 4; i++) {
          for (int j = 0; j < 4; j++) {
            expected[i][j] += curvature / 5 * jacobian[i] * jacobian[j];
          }
        }
      }
      Targets targets = new Targets.Reals(List.of(1), 0, 1, 0.5f, 1, 0);
      try (NetworkObjective objective =
          NetworkObjective.of(
              network,
              network.initialize(0),
              new ArraySamples(List.of(2), x, targets),
              OPTIONS.withLoss(loss))) {
        double[] entries = DenseReference.of(expected).entries();
        RelativeError.atMost(
            1e-12, "G", dense(objective, SampledObjective::gaussNewton).entries(), entries);
        RelativeError.atMost(
            1e-12, "F", dense(objective, SampledObjective::fisher).entries(), entries);
      }
    }
  }

  @Test
  void aConstantNetworkHasNoCurvature() {
    Network network = OddNetwork.of((x, w) -> x.sum(new long[] {1}, true, null));
    try (NetworkObjective objective =
        NetworkObjective.of(
            network,
            network.initialize(0),
            new ArraySamples(
                List.of(2), new double[] {1, 0, 0, 1}, new Targets.Reals(List.of(1), 0, 1)),
            OPTIONS)) {
      assertThat(dense(objective, SampledObjective::gaussNewton).entries()).containsOnly(0);
      assertThat(dense(objective, SampledObjective::empiricalFisher).entries()).containsOnly(0);
      try (Vector theta = objective.parameters()) {
        assertThat(objective.sampleSlopes(theta, theta)).containsOnly(0);
        assertThat(objective.sampleSquaredGradientNorms(theta)).containsOnly(0);
      }
    }
  }

  @Test
  void whatDoesNotApplyIsSaid() {
    try (NetworkObjective raw = Positions.objective(Loss.named("nll"), false, OPTIONS);
        NetworkObjective logarithms = Positions.objective(Loss.named("nll"), true, OPTIONS);
        Vector theta = raw.parameters()) {
      refused(() -> raw.fisher(theta), "log-softmax");
      refused(() -> logarithms.gaussNewton(theta), "Fisher");
    }
    Network network = OddNetwork.of((x, w) -> x.matmul(w.t()));
    for (String name : List.of("l1", "huber")) {
      try (NetworkObjective objective =
              NetworkObjective.of(
                  network,
                  network.initialize(0),
                  new ArraySamples(
                      List.of(2), new double[] {1, 0, 0, 1}, new Targets.Reals(List.of(1), 0, 1)),
                  OPTIONS.withLoss(Loss.named(name)));
          Vector theta = objective.parameters()) {
        refused(() -> objective.fisher(theta), name);
        if (name.equals("l1")) {
          refused(() -> objective.gaussNewton(theta), "linear");
        }
      }
    }
  }

  /**
   * By single-sample gradients of −log p for each possible answer: an objective for each class and
   * position, its targets all ignored but one.
   */
  private static DenseReference expectedFisher(NetworkObjective objective) {
    int d = objective.layout().dimension();
    double[][] fisher = new double[d][d];
    try (Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      for (int position = 0; position < Positions.LENGTH; position++) {
        for (int label = 0; label < 3; label++) {
          try (NetworkObjective one = Positions.only(position, label, OPTIONS)) {
            double[] losses = one.sampleLosses(theta);
            for (int n = 0; n < Positions.SAMPLES; n++) {
              one.gradient(theta, new int[] {n}, gradient);
              double share = Math.exp(-losses[n]) / Positions.SAMPLES / Positions.LENGTH;
              double[] g = gradient.toArray();
              for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                  fisher[i][j] += share * g[i] * g[j];
                }
              }
            }
          }
        }
      }
    }
    return DenseReference.of(fisher);
  }

  private static DenseReference dense(
      NetworkObjective objective, BiFunction<SampledObjective, Vector, LinearOperator> matrix) {
    try (Vector theta = objective.parameters();
        LinearOperator a = matrix.apply(objective, theta)) {
      return DenseReference.of(a);
    }
  }

  private static void refused(Runnable call, String says) {
    assertThatThrownBy(call::run)
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("TW-4004")
        .hasMessageContaining(says);
  }
}
