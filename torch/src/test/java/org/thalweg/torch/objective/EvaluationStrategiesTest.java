package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Datasets;
import org.thalweg.data.Samples;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.NetworkSpecification;

/** However a loss is computed, sharing work between points or in another layout, it is the same. */
class EvaluationStrategiesTest {
  @ParameterizedTest
  @CsvSource({
    "mlp:32, relu, digits, cross-entropy, 0",
    "mlp:24-16, tanh, digits, cross-entropy:smoothing=0.1, 0",
    "mlp:16-16-16, relu, digits, cross-entropy:ignore=3, 0.3",
    "mlp, relu, digits, nll, 0.1",
    "mlp:32, gelu, sine, bce, 0",
    "mlp:7, gelu, sine, mse, 0.01",
    "mlp:16-16-16, tanh, sine, huber, 0",
    "mlp:20, relu, iris, cross-entropy, 0.1",
    "mlp:9-1-4, tanh, sine, mse, 0",
    "resmlp:5-1-1-4, tanh, sine, mse, 0",
    "resmlp:20-20, relu, sine, mse, 0",
    "resmlp:20-20, gelu, sine, l1, 0",
    "resmlp:12-20-20, tanh, digits, cross-entropy, 0.02",
    "cnn:4-4, relu, digits, cross-entropy, 0",
    "rescnn:4-4, gelu, digits, nll:ignore=0, 0.02",
  })
  void pointsOfALineOrPlaneHaveTheValuesOfSinglePoints(
      String network, String activation, String data, String loss, double weightDecay) {
    for (Precision precision : Precision.values()) {
      double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-6;
      ObjectiveOptions options =
          options(precision)
              .withLoss(Loss.named(loss))
              .withWeightDecay(weightDecay)
              .withChunkSize(37)
              .withWorkers(2);
      try (NetworkObjective objective = objective(network, activation, data, options);
          Vector theta = objective.parameters();
          Vector first = direction(objective, 0);
          Vector second = direction(objective, 1);
          Vector point = objective.space().zeros()) {
        for (List<Vector> directions : List.of(List.of(first), List.of(first, second))) {
          AffineSubspace subspace = new AffineSubspace(theta, directions);
          List<double[]> coefficients = coefficients(directions.size());
          List<Evaluation> together = objective.evaluate(subspace, coefficients);
          for (int i = 0; i < together.size(); i++) {
            subspace.point(coefficients.get(i), point);
            Evaluation single = objective.evaluate(point);
            Evaluation shared = together.get(i);
            RelativeError.atMost(tolerance, "loss", shared.loss(), single.loss());
            RelativeError.atMost(
                10 * tolerance,
                "standard error",
                shared.lossStandardError(),
                single.lossStandardError());
            assertThat(List.of(shared.accuracy())).isEqualTo(List.of(single.accuracy()));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mlp:256, iris, 'first layer shared, up to 16 points of 128 samples at once'",
    "mlp:20, sine, 'first layer shared, up to 204 points of 128 samples at once'",
    "resmlp:9-9, iris, 'first layer shared, up to 256 points of 128 samples at once'",
    "cnn:4, digits, 'point by point, chunk by chunk'",
  })
  void theWayIsToldInWords(String network, String data, String strategy) {
    try (NetworkObjective objective =
        objective(network, "relu", data, options(Precision.FLOAT32))) {
      assertThat(objective.strategy(2)).isEqualTo(strategy);
    }
  }

  /** With a graph, convolutions take another layout than without. */
  @ParameterizedTest
  @CsvSource({"cnn:16-16, relu", "cnn:3-5, relu", "rescnn:8-8, relu", "cnn:8, tanh"})
  void theLayoutOfImagesChangesNothing(String network, String activation) {
    for (Precision precision : Precision.values()) {
      double tolerance = precision == Precision.FLOAT64 ? 1e-14 : 1e-6;
      try (NetworkObjective objective =
              objective(network, activation, "mnist", options(precision).withChunkSize(50));
          Vector theta = objective.parameters();
          Vector gradient = objective.space().zeros()) {
        Evaluation without = objective.evaluate(theta);
        Evaluation with = objective.gradient(theta, gradient);
        RelativeError.atMost(tolerance, "loss", without.loss(), with.loss());
        assertThat(without.accuracy()).isEqualTo(with.accuracy());
      }
    }
  }

  private static NetworkObjective objective(
      String network, String activation, String data, ObjectiveOptions options) {
    Samples all = Datasets.open(data).train();
    Samples samples =
        all.select(Arrays.copyOf(RandomStream.of(1, "samples").permutation(all.count()), 100));
    NetworkSpecification specification =
        NetworkSpecification.parse(network.replace('-', ','), Activation.parse(activation));
    BuiltInNetwork function =
        BuiltInNetwork.create(
            specification,
            samples.featureShape(),
            data.equals("sine") ? 1 : data.equals("iris") ? 3 : 10);
    return NetworkObjective.of(function, function.initialize(5), samples, options);
  }

  private static ObjectiveOptions options(Precision precision) {
    return ObjectiveOptions.defaults().withPrecision(precision);
  }

  private static Vector direction(NetworkObjective objective, int index) {
    double[] components =
        RandomStream.of(9, "direction", index).gaussians(objective.layout().dimension());
    for (int i = 0; i < components.length; i++) {
      components[i] *= 0.1;
    }
    return objective.space().of(components);
  }

  private static List<double[]> coefficients(int dimensions) {
    List<double[]> coefficients = new ArrayList<>();
    for (double a = -1; a <= 1; a += 0.25) {
      for (double b : dimensions == 1 ? new double[1] : new double[] {-0.7, 0, 0.3}) {
        coefficients.add(dimensions == 1 ? new double[] {a} : new double[] {a, b});
      }
    }
    return coefficients;
  }
}
