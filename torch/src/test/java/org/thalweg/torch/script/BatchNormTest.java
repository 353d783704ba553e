package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DeterminismCheck;
import org.thalweg.objective.Evaluation;
import org.thalweg.parameter.ParameterKind;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

class BatchNormTest {
  private static final ScriptOptions OPTIONS = ScriptOptions.defaults();

  @Test
  void evaluationModeUsesTheStatisticsOfTheFile() {
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("batch.pt"), OPTIONS);
        NetworkObjective objective = objective(network, 4, 1)) {
      PythonCase.compare(objective, "batch");
      assertThat(network.layout().tensor("bn.weight").kind()).isEqualTo(ParameterKind.NORM);
      assertThat(network.layout().tensor("bn.bias").kind()).isEqualTo(ParameterKind.NORM);
      assertThat(network.layout().tensor("conv.bias").kind()).isEqualTo(ParameterKind.BIAS);
    }
  }

  @ParameterizedTest
  @CsvSource({"batch.pt, running_mean", "dropout.pt, running_mean"})
  void trainingModeIsRefused(String file, String found) {
    ScriptOptions training = OPTIONS.withMode(ScriptOptions.Mode.TRAINING);
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file(file), training)) {
      assertThatThrownBy(() -> objective(network, 6, 1).close())
          .hasMessageContaining("TW-4001")
          .hasMessageContaining(found)
          .hasMessageContaining("reestimate");
    }
  }

  /** Cumulative means over two batches of three, as PyTorch's momentum=None forms them. */
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void statisticsAreReestimatedAtEveryPoint(int workers) {
    ScriptOptions reestimate = OPTIONS.withBatchNorm(ScriptOptions.BatchNorm.REESTIMATE);
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("batch.pt"), reestimate);
        NetworkObjective objective = objective(network, 3, workers);
        Vector theta = objective.parameters();
        Vector direction = objective.space().of(PythonCase.alternating(theta.dimension()))) {
      double expected = PythonCase.expected("batch", "reestimated").asDouble();
      List<Evaluation> line =
          objective.evaluate(
              new AffineSubspace(theta, List.of(direction)),
              List.of(new double[] {0}, new double[] {0.3}, new double[] {0}));
      RelativeError.atMost(1e-12, "loss", line.get(0).loss(), expected);
      assertThat(line.get(1).loss()).isNotEqualTo(line.get(0).loss());
      assertThat(line.get(2)).isEqualTo(line.get(0));
      RelativeError.atMost(
          1e-12, "loss beside", objective.gradient(theta, direction).loss(), expected);
      assertThat(objective.cost().forward()).isEqualTo(7);
      DeterminismCheck.require(objective, theta);
    }
  }

  @Test
  void theScaleOfAConvolutionBeforeBatchNormHasNoInfluenceOnceReestimated() {
    ScriptOptions reestimate = OPTIONS.withBatchNorm(ScriptOptions.BatchNorm.REESTIMATE);
    assertThat(changeByScaling(OPTIONS)).isGreaterThan(1e-2);
    assertThat(changeByScaling(reestimate)).isLessThan(1e-4);
  }

  /** By how much the loss changes when weights and biases of the convolution are doubled. */
  private static double changeByScaling(ScriptOptions options) {
    try (ScriptNetwork network = ScriptNetwork.load(PythonCase.file("batch.pt"), options);
        NetworkObjective objective = objective(network, 6, 1);
        Vector theta = objective.parameters()) {
      double[] scaled = network.weights();
      for (int i = 0; i < 20; i++) {
        scaled[i] *= 2;
      }
      try (Vector point = objective.space().of(scaled)) {
        return Math.abs(objective.evaluate(point).loss() - objective.evaluate(theta).loss());
      }
    }
  }

  private static NetworkObjective objective(ScriptNetwork network, int chunk, int workers) {
    Samples samples =
        ArraySamples.of(
            List.of(1, 4, 4),
            PythonCase.floats("batch", "images"),
            new Targets.Labels(3, 0, 1, 2, 2, 1, 0));
    ObjectiveOptions options = PythonCase.FLOAT64.withChunkSize(chunk).withWorkers(workers);
    return NetworkObjective.of(network, network.weights(), samples, options);
  }
}
