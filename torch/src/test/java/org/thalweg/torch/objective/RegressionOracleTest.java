package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.data.Targets;
import org.thalweg.linalg.ArraySpace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.DenseReference;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/** Linear models, whose losses have gradients and Hessians in closed form. */
class RegressionOracleTest {
  private static final int SAMPLES = 23;
  private static final int INPUTS = 4;

  private final double[] features = rounded(RandomStream.of(1, "x").gaussians(SAMPLES * INPUTS));

  /**
   * With p = softmax(Wx + b) and x̃ = (x, 1): ∇ = mean (p − e_y) ⊗ x̃ and H = mean (diag p − ppᵀ) ⊗
   * x̃x̃ᵀ. Two classes make it logistic regression.
   */
  @ParameterizedTest
  @CsvSource({"2, FLOAT64, 1e-12", "2, FLOAT32, 1e-5", "5, FLOAT64, 1e-12", "5, FLOAT32, 1e-5"})
  void softmaxRegression(int classes, Precision precision, double tolerance) {
    int[] labels = new int[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      labels[n] = (n * n) % classes;
    }
    Network network = linear(classes);
    double[] theta = network.initialize(3);
    int d = theta.length;
    double loss = 0;
    int right = 0;
    double[] gradient = new double[d];
    double[][] hessian = new double[d][d];
    for (int n = 0; n < SAMPLES; n++) {
      double[] p = softmax(theta, n, classes);
      loss -= Math.log(p[labels[n]]) / SAMPLES;
      right += largest(p) == labels[n] ? 1 : 0;
      for (int i = 0; i < d; i++) {
        int k = output(i, classes);
        double xi = input(i, n, classes);
        gradient[i] += (p[k] - (k == labels[n] ? 1 : 0)) * xi / SAMPLES;
        for (int j = 0; j < d; j++) {
          int l = output(j, classes);
          double curvature = (k == l ? p[k] : 0) - p[k] * p[l];
          hessian[i][j] += curvature * xi * input(j, n, classes) / SAMPLES;
        }
      }
    }

    ArraySamples samples =
        new ArraySamples(List.of(INPUTS), features, new Targets.Labels(classes, labels));
    compare(network, samples, precision, tolerance, loss, gradient, hessian);
    try (NetworkObjective objective =
            NetworkObjective.of(network, theta, samples, ObjectiveOptions.defaults());
        Vector point = objective.parameters()) {
      assertThat(objective.evaluate(point).accuracy()).isEqualTo((double) right / SAMPLES);
    }
  }

  /** ∇ = (2/NK) Σ (f − y) ⊗ x̃ and H = (2/NK) I ⊗ Σ x̃x̃ᵀ. */
  @ParameterizedTest
  @CsvSource({"1, FLOAT64, 1e-12", "1, FLOAT32, 1e-5", "3, FLOAT64, 1e-12", "3, FLOAT32, 1e-5"})
  void linearRegression(int outputs, Precision precision, double tolerance) {
    double[] targets = rounded(RandomStream.of(2, "y").gaussians(SAMPLES * outputs));
    Network network = linear(outputs);
    double[] theta = network.initialize(3);
    int d = theta.length;
    double scale = 1.0 / (SAMPLES * outputs);
    double loss = 0;
    double[] gradient = new double[d];
    double[][] hessian = new double[d][d];
    for (int n = 0; n < SAMPLES; n++) {
      double[] residual = answers(theta, n, outputs);
      for (int k = 0; k < outputs; k++) {
        residual[k] -= targets[n * outputs + k];
        loss += residual[k] * residual[k] * scale;
      }
      for (int i = 0; i < d; i++) {
        int k = output(i, outputs);
        gradient[i] += 2 * scale * residual[k] * input(i, n, outputs);
        for (int j = 0; j < d; j++) {
          if (k == output(j, outputs)) {
            hessian[i][j] += 2 * scale * input(i, n, outputs) * input(j, n, outputs);
          }
        }
      }
    }
    float[] reals = new float[targets.length];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = (float) targets[i];
    }
    compare(
        network,
        new ArraySamples(List.of(INPUTS), features, new Targets.Reals(List.of(outputs), reals)),
        precision,
        tolerance,
        loss,
        gradient,
        hessian);
  }

  @Test
  void vectorsOfPlainJavaAreUnderstood() {
    Network network = linear(1);
    ArraySamples samples =
        new ArraySamples(
            List.of(INPUTS), features, new Targets.Reals(List.of(1), new float[SAMPLES]));
    double[] values = network.initialize(1);
    ArraySpace plain = new ArraySpace(values.length, Precision.FLOAT64);
    try (NetworkObjective objective =
            NetworkObjective.of(
                network,
                values,
                samples,
                ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64));
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector theirs = plain.of(values);
        Vector theirGradient = plain.zeros();
        LinearOperator hessian = objective.hessian(theirs)) {
      Evaluation evaluation = objective.gradient(theta, gradient);
      assertThat(objective.gradient(theirs, theirGradient)).isEqualTo(evaluation);
      assertThat(theirGradient.toArray()).containsExactly(gradient.toArray());
      hessian.apply(theirs, theirGradient);
      hessian.apply(theta, gradient);
      assertThat(theirGradient.toArray()).containsExactly(gradient.toArray());
    }
  }

  private static void compare(
      Network network,
      ArraySamples samples,
      Precision precision,
      double tolerance,
      double loss,
      double[] gradient,
      double[][] hessian) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(precision).withChunkSize(5).withWorkers(2);
    try (NetworkObjective objective =
            NetworkObjective.of(network, network.initialize(3), samples, options);
        Vector theta = objective.parameters();
        Vector found = objective.space().zeros();
        LinearOperator operator = objective.hessian(theta)) {
      RelativeError.atMost(tolerance, "loss", objective.gradient(theta, found).loss(), loss);
      RelativeError.atMost(tolerance, "gradient", found.toArray(), gradient);
      RelativeError.atMost(
          tolerance,
          "Hessian",
          DenseReference.of(operator).entries(),
          DenseReference.of(hessian).entries());
    }
  }

  private static Network linear(int outputs) {
    return BuiltInNetwork.create(
        NetworkSpecification.parse("mlp", Activation.RELU), List.of(INPUTS), outputs);
  }

  /** The output that parameter i of (W, b) feeds. */
  private static int output(int i, int outputs) {
    return i < outputs * INPUTS ? i / INPUTS : i - outputs * INPUTS;
  }

  /** What parameter i is multiplied with: a feature, or 1 for a bias. */
  private double input(int i, int sample, int outputs) {
    return i < outputs * INPUTS ? features[sample * INPUTS + i % INPUTS] : 1;
  }

  private double[] answers(double[] theta, int sample, int outputs) {
    double[] answers = new double[outputs];
    for (int i = 0; i < theta.length; i++) {
      answers[output(i, outputs)] += theta[i] * input(i, sample, outputs);
    }
    return answers;
  }

  private double[] softmax(double[] theta, int sample, int classes) {
    double[] p = answers(theta, sample, classes);
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      p[k] = Math.exp(p[k]);
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int k = 1; k < values.length; k++) {
      best = values[k] > values[best] ? k : best;
    }
    return best;
  }

  private static double[] rounded(double[] values) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
