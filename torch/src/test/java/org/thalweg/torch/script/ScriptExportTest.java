package org.thalweg.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;
import org.thalweg.torch.objective.NetworkObjective;

class ScriptExportTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "mlp, RELU",
    "'mlp:5,4', TANH",
    "'resmlp:6,6,4', GELU",
    "'cnn:3,2', RELU",
    "'rescnn:2,3,3', TANH"
  })
  void whatIsWrittenIsReadAsTheSameFunction(String description, Activation activation) {
    Network network =
        BuiltInNetwork.create(
            NetworkSpecification.parse(description, activation), List.of(2, 9, 8), 3);
    double[] theta = network.initialize(4);
    Path file = folder.resolve("network.pt");
    ScriptExport.write(network, theta, Precision.FLOAT64, file);

    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    try (ScriptNetwork read = ScriptNetwork.load(file, ScriptOptions.defaults())) {
      assertThat(read.layout()).isEqualTo(network.layout());
      assertThat(read.weights()).isEqualTo(theta);
      Everything ours = Everything.of(network, theta);
      Everything theirs = Everything.of(read, theta);
      RelativeError.atMost(1e-13, "loss", theirs.loss, ours.loss);
      RelativeError.atMost(1e-12, "gradient", theirs.gradient, ours.gradient);
      RelativeError.atMost(1e-12, "Hv", theirs.product, ours.product);
    }
  }

  @Test
  void aFolderThatDoesNotExistIsAnErrorAndLeavesNothing() throws Exception {
    Network network =
        BuiltInNetwork.create(NetworkSpecification.parse("mlp", Activation.RELU), List.of(2), 2);
    Path file = folder.resolve("none/network.pt");
    assertThatThrownBy(
            () -> ScriptExport.write(network, network.initialize(1), Precision.FLOAT32, file))
        .hasMessageContaining("TW-5003");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  /** What one function has at one point. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Everything(double loss, double[] gradient, double[] product) {
    static Everything of(ForwardFunction network, double[] theta) {
      float[] features = new float[7 * 144];
      double[] drawn = RandomStream.of(1, "images").gaussians(features.length);
      for (int i = 0; i < features.length; i++) {
        features[i] = (float) drawn[i];
      }
      Samples samples =
          ArraySamples.of(List.of(2, 9, 8), features, new Targets.Labels(3, 0, 1, 2, 0, 1, 2, 0));
      try (NetworkObjective objective =
              NetworkObjective.of(network, theta, samples, PythonCase.FLOAT64.withChunkSize(3));
          Vector point = objective.parameters();
          Vector gradient = objective.space().zeros();
          Vector v = objective.space().of(PythonCase.alternating(theta.length));
          LinearOperator hessian = objective.hessian(point);
          Vector product = hessian.apply(v)) {
        double loss = objective.gradient(point, gradient).loss();
        return new Everything(loss, gradient.toArray(), product.toArray());
      }
    }
  }
}
