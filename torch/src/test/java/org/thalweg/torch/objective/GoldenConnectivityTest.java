package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.probe.connectivity.CurveShape;
import org.thalweg.probe.connectivity.CurveTraining;
import org.thalweg.probe.connectivity.FoundPath;
import org.thalweg.probe.connectivity.Path;
import org.thalweg.probe.connectivity.PathProbe;
import org.thalweg.probe.connectivity.Similarities;
import org.thalweg.result.Barrier;
import org.thalweg.result.NetworkSimilarity;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathProfile;
import org.thalweg.result.Values;
import org.thalweg.testkit.GoldenCase;
import tools.jackson.databind.JsonNode;

/**
 * The straight way between two networks that PyTorch trained: losses, accuracies, barrier, distance
 * and cosine against its values in float64.
 */
class GoldenConnectivityTest {
  private static final double TOLERANCE = 1e-8;

  @ParameterizedTest
  @ValueSource(strings = {"mlp-digits", "cnn-mnist"})
  void lineInFloat64(String name) {
    GoldenCase golden = GoldenCase.load(name);
    JsonNode expected = golden.reference().path("connectivity");
    try (NetworkObjective objective = objective(golden, Precision.FLOAT64);
        Vector a = objective.parameters();
        Vector b = objective.space().of(golden.secondParameters());
        Path line = Path.line(a, b)) {
      PathProbe probe = new PathProbe(11);
      PathProbe.Measured measured =
          probe.run(objective, line, "all", ExecutionOptions.defaults().withWorkers(2));
      PathProfile profile = measured.profile();
      assertThat(measured.outcome()).isEqualTo(Outcome.CONVERGED);
      close(probe.parameters(), expected.path("t"));
      close(profile.loss(), expected.path("loss"));
      close(profile.accuracy(), expected.path("accuracy"));
      assertThat(profile.lossBarrier().height())
          .isCloseTo(expected.path("barrier").asDouble(), within(TOLERANCE));
      assertThat(profile.lossBarrier().at())
          .isCloseTo(expected.path("barrier_t").asDouble(), within(TOLERANCE));
      NetworkSimilarity similarity = Similarities.ofWeights(a, b);
      assertThat(similarity.distance())
          .isCloseTo(expected.path("distance").asDouble(), within(TOLERANCE));
      assertThat(similarity.cosine())
          .isCloseTo(expected.path("cosine").asDouble(), within(TOLERANCE));
      assertThat(line.arcLengths(probe.parameters()).get(10))
          .isCloseTo(expected.path("distance").asDouble(), within(TOLERANCE));
    }
  }

  /** The ends are the networks: not nearly, but bit for bit, in either precision. */
  @ParameterizedTest
  @ValueSource(strings = {"mlp-digits", "cnn-mnist"})
  void theEndsHaveExactlyTheLossesOfTheNetworks(String name) {
    GoldenCase golden = GoldenCase.load(name);
    for (Precision precision : Precision.values()) {
      try (NetworkObjective objective = objective(golden, precision);
          Vector a = objective.parameters();
          Vector b = objective.space().of(golden.secondParameters());
          Path line = Path.line(a, b)) {
        PathProfile profile =
            new PathProbe(3).run(objective, line, "all", ExecutionOptions.defaults()).profile();
        Evaluation first = objective.evaluate(a);
        Evaluation last = objective.evaluate(b);
        assertThat(profile.loss().get(0)).isEqualTo(first.loss());
        assertThat(profile.loss().get(2)).isEqualTo(last.loss());
        assertThat(profile.accuracy().get(2)).isEqualTo(last.accuracy());
        assertThat(profile.lossBarrier().height())
            .isEqualTo(profile.loss().get(1) - (first.loss() / 2 + last.loss() / 2));
      }
    }
  }

  /** Mini-batches of single samples, in float32: the curve goes around what the line climbs. */
  @Test
  void aTrainedCurveIsLowerThanTheLine() {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    try (NetworkObjective objective = objective(golden, Precision.FLOAT32);
        Vector a = objective.parameters();
        Vector b = objective.space().of(golden.secondParameters());
        FoundPath line = FoundPath.line(a, b);
        FoundPath curve =
            CurveTraining.of(CurveShape.BEZIER, 1, 800, 3)
                .withBatch(64)
                .withLearningRate(0.1)
                .find(objective, a, b, ProgressListener.silent(), new Cancellation())) {
      Barrier straight = barrier(objective, line);
      Barrier bent = barrier(objective, curve);
      assertThat(curve.search().outcome()).isEqualTo(Outcome.CONVERGED);
      assertThat(curve.search().method()).contains("batch of 64 samples");
      assertThat(bent.height()).isLessThan(0.5 * straight.height());
      assertThat(straight.heightStandardError()).isBetween(0.0, 0.1 * straight.height());
    }
  }

  private static Barrier barrier(NetworkObjective objective, FoundPath found) {
    return new PathProbe(21)
        .run(objective, found.path(), "all", ExecutionOptions.defaults())
        .profile()
        .lossBarrier();
  }

  private static NetworkObjective objective(GoldenCase golden, Precision precision) {
    return GoldenObjectives.objective(golden, ObjectiveOptions.defaults().withPrecision(precision));
  }

  private static void close(Values found, JsonNode expected) {
    double[] values = expected.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    assertThat(found.toArray()).containsExactly(values, within(TOLERANCE));
  }
}
