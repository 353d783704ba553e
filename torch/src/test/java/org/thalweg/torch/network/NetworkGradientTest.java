package org.thalweg.torch.network;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;

/** Smooth activations only: one kink crossed makes a difference quotient meaningless. */
class NetworkGradientTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp:5,4     | TANH | 3",
        "mlp:5       | GELU | 3",
        "resmlp:4,4,3 | TANH | 3",
        "resmlp:4,3  | GELU | 3",
        "cnn:3,4     | TANH | 1 8 8",
        "cnn:3,2     | TANH | 2 6 7",
        "cnn:3,2     | GELU | 2 6 7",
        "rescnn:3,4,2 | TANH | 1 8 8"
      })
  void isTheLimitOfCentralDifferences(String description, Activation activation, String input) {
    List<Integer> shape = Arrays.stream(input.split(" ")).map(Integer::valueOf).toList();
    Network network =
        BuiltInNetwork.create(NetworkSpecification.parse(description, activation), shape, 2);
    int size = shape.stream().reduce(1, Math::multiplyExact);
    double[] theta = network.initialize(1);
    double[] samples = RandomStream.of(2, "input").gaussians(3 * size);
    double[] coefficients = RandomStream.of(3, "coefficients").gaussians(3 * 2);

    double[] gradient = NetworkRunner.gradient(network, theta, samples, coefficients);

    RelativeError.atMost(
        1e-8, network.toString(), gradient, differences(network, theta, samples, coefficients));
  }

  private static double[] differences(
      Network network, double[] theta, double[] samples, double[] coefficients) {
    double[] quotients = new double[theta.length];
    for (int i = 0; i < theta.length; i++) {
      double[] moved = theta.clone();
      moved[i] = theta[i] + STEP;
      double ahead = value(network, moved, samples, coefficients);
      moved[i] = theta[i] - STEP;
      double behind = value(network, moved, samples, coefficients);
      quotients[i] = (ahead - behind) / (2 * STEP);
    }
    return quotients;
  }

  private static double value(
      Network network, double[] theta, double[] samples, double[] coefficients) {
    double[] outputs = NetworkRunner.outputs(network, theta, samples, Precision.FLOAT64);
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += coefficients[i] * outputs[i];
    }
    return sum;
  }
}
