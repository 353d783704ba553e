package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.objective.GoldenSamples;
import org.thalweg.torch.objective.Loss;
import org.thalweg.torch.objective.NetworkObjective;

/** Single samples and Gauss–Newton matrices of TorchScript networks. */
class ScriptSamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"mlp-digits", "resnet-bn-cifar", "transformer-text", "transformer-nnencoder"})
  void areThoseOfPyTorch(String name) {
    double tolerance = name.startsWith("mlp") ? 1e-8 : 1e-6;
    try (ScriptCase script = ScriptCase.load(name, folder);
        NetworkObjective objective =
            script.objective(PythonCase.FLOAT64.withChunkSize(50).withWorkers(2))) {
      GoldenSamples.compare(script.golden(), objective, tolerance, tolerance);
    }
  }

  /** With only the last layer moving, the answer is linear in θ, so that G = H. */
  @ParameterizedTest
  @ValueSource(strings = {"mse", "quartic", "huber:delta=0.7"})
  void whereTheAnswerIsLinearGaussNewtonIsTheHessian(String name) {
    ScriptOptions options =
        ScriptOptions.defaults().withParameters(ParameterSelection.parse("fc.*"));
    float[] wanted = {1, 0, 2, -1, 0.5f, 0, 0, 1, 1, 2, 0, 0, -1, 1, 3, 0, 0.25f, 1};
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("batch.pt"), options);
        ScriptLoss own = ScriptLoss.load(PythonCase.file("quartic.pt"));
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                images(new Targets.Reals(List.of(3), wanted)),
                PythonCase.FLOAT64
                    .withLoss(name.equals("quartic") ? own : Loss.named(name))
                    .withChunkSize(2));
        Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        LinearOperator gaussNewton = objective.gaussNewton(theta)) {
      double[] expected = DenseReference.of(hessian).entries();
      assertThat(DenseReference.of(hessian).top(1)[0]).isGreaterThan(0.01);
      RelativeError.atMost(1e-12, "G", DenseReference.of(gaussNewton).entries(), expected);
      if (name.equals("quartic")) {
        refused(() -> objective.sampleLosses(theta));
        refused(() -> objective.sampleSlopes(theta, theta));
        refused(() -> objective.sampleSquaredGradientNorms(theta));
        refused(() -> objective.empiricalFisher(theta));
        refused(() -> objective.fisher(theta));
      }
    }
  }

  /** Samples are one by one what they are among the others: statistics stay those of all. */
  @Test
  void reestimatedStatisticsAreThoseOfTheWholeData() {
    ScriptOptions reestimate =
        ScriptOptions.defaults().withBatchNorm(ScriptOptions.BatchNorm.REESTIMATE);
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("batch.pt"), reestimate);
        NetworkObjective objective =
            NetworkObjective.of(
                network,
                network.weights(),
                images(new Targets.Labels(3, 0, 1, 2, 2, 1, 0)),
                PythonCase.FLOAT64.withChunkSize(3));
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      double[] losses = objective.sampleLosses(theta);
      try (NetworkObjective subset = objective.subset(new int[] {4, 1})) {
        Evaluation some = subset.evaluate(theta);
        RelativeError.atMost(1e-12, "loss", some.loss(), (losses[4] + losses[1]) / 2);
        Evaluation batch = objective.gradient(theta, new int[] {4, 1}, gradient);
        RelativeError.atMost(1e-12, "loss", batch.loss(), some.loss());
      }
    }
  }

  private static Samples images(Targets targets) {
    return ArraySamples.of(List.of(1, 4, 4), PythonCase.floats("batch", "images"), targets);
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(ThalwegException.class)
        .hasMessageContaining("TW-4004");
  }
}
