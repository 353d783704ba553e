package org.thalweg.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Samples;
import org.thalweg.linalg.Precision;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.engine.FlatParameters;
import org.thalweg.torch.engine.TensorArrays;
import org.thalweg.torch.engine.TensorVector;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.CrossEntropy;
import org.thalweg.torch.objective.NetworkObjective;
import org.thalweg.torch.objective.ObjectiveOptions;

class BatchGradientTest {
  private static final Samples IMAGES = TestData.halves(400, 8).train();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; 1; GELU; rescnn:3,4",
        "31; 2; GELU; rescnn:3,4",
        "32; 2; GELU; rescnn:3,4",
        "97; 2; GELU; rescnn:3,4",
        "150; 3; GELU; rescnn:3,4",
        "300; 2; GELU; rescnn:3,4",
        "1; 1; RELU; rescnn:3,4",
        "97; 2; RELU; cnn:3",
        "150; 3; RELU; rescnn:3,4",
        "1; 1; RELU; mlp:5",
        "97; 2; TANH; mlp:5,4",
        "300; 2; RELU; mlp:700,300",
        "97; 2; GELU; mlp:5,4",
        "50; 1; RELU; mlp",
        "97; 2; RELU; resmlp:5,5"
      })
  void isTheGradientOfTheMeanLossOverTheBatch(
      int size, int workers, Activation activation, String description) {
    int[] chosen = IntStream.range(0, size).map(i -> (i * 7 + 3) % IMAGES.count()).toArray();

    for (Precision precision : Precision.values()) {
      Network network = network(description, activation);
      double[] theta = network.initialize(2);
      ObjectiveOptions options = ObjectiveOptions.defaults().withPrecision(precision);
      double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 2e-5;
      try (NetworkObjective objective =
              NetworkObjective.of(network, theta, IMAGES.select(chosen), options);
          TensorVector expected = objective.space().zeros();
          TensorVector point = objective.parameters()) {
        double expectedLoss = objective.gradient(point, expected).loss();

        Computed computed = compute(network, theta, chosen, precision, workers);

        RelativeError.atMost(tolerance, "loss", computed.loss, expectedLoss);
        RelativeError.atMost(tolerance, "gradient", computed.gradient, expected.toArray());
      }
    }
  }

  @Test
  void dividesImagesEvenlyByTheSizeOfTheBatchAlone() {
    Network images = network("rescnn:3,4", Activation.GELU);
    assertThat(shards(images, 1, 31, 32, 64, 128, 129, 256, 257))
        .containsExactly(1, 1, 2, 2, 2, 4, 4, 6);
    assertThat(IntStream.rangeClosed(1, 5000))
        .allMatch(size -> size <= 64 * BatchGradient.shards(images, size));
  }

  @Test
  void dividesBatchesOfPerceptronsOnlyWhenTheirProductsAreLarge() {
    assertThat(shards(network("mlp:4", Activation.RELU), 128, 1024)).containsExactly(1, 1);
    assertThat(shards(network("mlp:10000", Activation.RELU), 31, 1024, 2048))
        .containsExactly(1, 2, 4);
  }

  private static IntStream shards(Network network, int... sizes) {
    return IntStream.of(sizes).map(size -> BatchGradient.shards(network, size));
  }

  private static final class Computed {
    private final double loss;
    private final double[] gradient;

    Computed(double loss, double[] gradient) {
      this.loss = loss;
      this.gradient = gradient;
    }
  }

  private static Computed compute(
      Network network, double[] theta, int[] chosen, Precision precision, int workers) {
    CrossEntropy loss = new CrossEntropy();
    try (TrainingBatches batches =
            new TrainingBatches(IMAGES, network, loss, precision, chosen.length, 0);
        FlatParameters parameters = new FlatParameters(network.layout(), precision);
        BatchGradient gradient =
            new BatchGradient(
                network, loss, batches, parameters, precision, chosen.length, workers);
        PointerScope scope = new PointerScope()) {
      parameters.set(theta);
      Tensor indices = TensorArrays.of(Arrays.stream(chosen).asLongStream().toArray());
      // twice: what the first left behind must not matter
      gradient.compute(indices.flip(0));
      double value = gradient.compute(indices);
      return new Computed(value, TensorArrays.toDoubles(gradient.tensor()));
    }
  }

  private static Network network(String description, Activation activation) {
    return BuiltInNetwork.create(
        NetworkSpecification.parse(description, activation), IMAGES.featureShape(), 2);
  }
}
