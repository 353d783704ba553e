package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.testkit.GoldenCase;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

class NetworkObjectiveTest {
  private static final ObjectiveOptions FLOAT64 =
      ObjectiveOptions.defaults().withPrecision(Precision.FLOAT64);

  private final GoldenCase digits = GoldenCase.load("mlp-digits");

  /** f = wx + b on the points (0, 1), (1, 3), (2, 2), by hand. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void theSquaredErrorOfALineHasAClosedForm(Precision precision) {
    Network line = network("mlp", List.of(1), 1);
    ArraySamples points =
        new ArraySamples(
            List.of(1), new double[] {0, 1, 2}, new Targets.Reals(List.of(1), 1, 3, 2));
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(precision).withWeightDecay(0.5).withChunkSize(2);
    try (NetworkObjective objective =
            NetworkObjective.of(line, new double[] {2, 1}, points, options);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros();
        Vector v = objective.space().of(new double[] {1, -1});
        LinearOperator hessian = objective.hessian(theta);
        Vector product = hessian.apply(v)) {
      // residuals 0, 0, 3; penalty ¼·(4 + 1)
      Evaluation evaluation = objective.gradient(theta, gradient);
      assertThat(evaluation.loss()).isEqualTo(3 + 1.25);
      assertThat(evaluation.lossStandardError()).isEqualTo(Math.sqrt(27 / 3.0));
      assertThat(evaluation.accuracy()).isNaN();
      assertThat(objective.evaluate(theta)).isEqualTo(evaluation);
      // (2/3)Σ r x = 4 and (2/3)Σ r = 2, plus θ/2
      RelativeError.atMost(1e-7, "gradient", gradient.toArray(), new double[] {5, 2.5});
      // H = (2/3)[[5, 3], [3, 3]] + I/2
      RelativeError.atMost(1e-7, "Hv", product.toArray(), new double[] {2 / 3.0 * 2 + 0.5, -0.5});
    }
  }

  @Test
  void severalOutputsShareTheSquaredError() {
    Network plane = network("mlp", List.of(1), 2);
    ArraySamples samples =
        new ArraySamples(
            List.of(1), new double[] {1, 1}, new Targets.Reals(List.of(2), 0, 0, 2, 4));
    try (NetworkObjective objective =
            NetworkObjective.of(plane, new double[] {1, 2, 0, 0}, samples, FLOAT64);
        Vector theta = objective.parameters()) {
      // f = (1, 2): squares 1, 4 and 1, 4, so each sample has 2.5
      Evaluation evaluation = objective.evaluate(theta);
      assertThat(evaluation.loss()).isEqualTo(2.5);
      assertThat(evaluation.lossStandardError()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"FLOAT64, 1e-12, 1e-12", "FLOAT32, 1e-6, 5e-6"})
  void chunksChangeNothingButRounding(Precision precision, double value, double derivative) {
    ObjectiveOptions options = ObjectiveOptions.defaults().withPrecision(precision);
    Everything whole = Everything.of(digits, options.withChunkSize(800));
    for (int chunk : new int[] {1, 3, 128, 799}) {
      Everything parts = Everything.of(digits, options.withChunkSize(chunk));
      String what = "chunks of " + chunk + ": ";
      RelativeError.atMost(value, what + "loss", parts.loss.loss(), whole.loss.loss());
      // Gradients of samples are ten times as large as their mean and cancel.
      RelativeError.atMost(derivative, what + "gradient", parts.gradient, whole.gradient);
      RelativeError.atMost(derivative, what + "product", parts.product, whole.product);
    }
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void workersChangeNotOneBit(Precision precision) {
    ObjectiveOptions options =
        ObjectiveOptions.defaults().withPrecision(precision).withChunkSize(30);
    Everything alone = Everything.of(digits, options);
    for (int workers : new int[] {2, 3, 20}) {
      Everything together = Everything.of(digits, options.withWorkers(workers));
      assertThat(together.loss).isEqualTo(alone.loss);
      assertThat(together.gradient).containsExactly(alone.gradient);
      assertThat(together.product).containsExactly(alone.product);
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "300000", "1000000000"})
  void keptGraphsGiveTheValuesOfRebuiltOnes(long bytes) {
    ObjectiveOptions options = FLOAT64.withChunkSize(100);
    Everything rebuilt = Everything.of(digits, options.withGraphBytes(0));
    try (NetworkObjective objective =
            GoldenObjectives.objective(digits, options.withGraphBytes(bytes));
        Vector theta = objective.parameters();
        Vector v = objective.space().of(digits.direction("v"));
        LinearOperator hessian = objective.hessian(theta)) {
      for (int i = 0; i < 3; i++) {
        try (Vector product = hessian.apply(v)) {
          assertThat(product.toArray()).containsExactly(rebuilt.product);
        }
      }
    }
  }

  @Test
  void weightDecayAddsItsPenaltyGradientAndCurvature() {
    double w = 0.01;
    Everything bare = Everything.of(digits, FLOAT64);
    Everything decayed = Everything.of(digits, FLOAT64.withWeightDecay(w));
    double[] theta = digits.parameters();
    double[] v = digits.direction("v");
    double penalty = 0;
    for (int i = 0; i < theta.length; i++) {
      penalty += w / 2 * theta[i] * theta[i];
      bare.gradient[i] += w * theta[i];
      bare.product[i] += w * v[i];
    }
    RelativeError.atMost(1e-14, "loss", decayed.loss.loss(), bare.loss.loss() + penalty);
    RelativeError.atMost(1e-14, "gradient", decayed.gradient, bare.gradient);
    RelativeError.atMost(1e-14, "product", decayed.product, bare.product);
    assertThat(decayed.loss.lossStandardError()).isEqualTo(bare.loss.lossStandardError());
  }

  @Test
  void pointsOfAPlaneAreSinglePointsBitForBitAlsoForImagesAndWorkers() {
    GoldenCase images = GoldenCase.load("rescnn-mnist");
    ObjectiveOptions options = ObjectiveOptions.defaults().withChunkSize(200).withWorkers(2);
    try (NetworkObjective objective = GoldenObjectives.objective(images, options);
        Vector theta = objective.parameters();
        Vector direction = objective.space().of(images.direction("d1_filter"));
        Vector point = objective.space().zeros()) {
      List<double[]> alphas = List.of(new double[] {-0.4}, new double[1], new double[] {0.9});
      List<Evaluation> together =
          objective.evaluate(new AffineSubspace(theta, List.of(direction)), alphas);
      for (int i = 0; i < 3; i++) {
        point.set(theta).axpy(alphas.get(i)[0], direction);
        assertThat(objective.evaluate(point)).isEqualTo(together.get(i));
      }
    }
  }

  @Test
  void aLossThatIsNotFiniteIsReturnedAsItIs() {
    try (NetworkObjective objective = GoldenObjectives.objective(digits, FLOAT64);
        Vector theta = objective.parameters();
        Vector gradient = objective.space().zeros()) {
      Evaluation before = objective.evaluate(theta);
      double[] broken = theta.toArray();
      broken[broken.length - 1] = Double.NaN;
      try (Vector point = objective.space().of(broken)) {
        assertThat(objective.evaluate(point).loss()).isNaN();
        assertThat(objective.evaluate(point).accuracy()).as("NaN answers no question").isZero();
        assertThat(objective.gradient(point, gradient).loss()).isNaN();
      }
      assertThat(objective.evaluate(theta)).isEqualTo(before);
      try (Vector far = theta.copy()) {
        assertThat(objective.evaluate(far.scale(1e200)).loss()).isNotEqualTo(before.loss());
      }
    }
  }

  @Test
  void weightsThatAreNotFiniteAreNamed() {
    double[] weights = digits.parameters();
    weights[64 * 16 + 3] = Double.POSITIVE_INFINITY;
    Network network = GoldenObjectives.network(digits);
    assertThatThrownBy(
            () -> NetworkObjective.of(network, weights, GoldenObjectives.samples(digits), FLOAT64))
        .satisfies(e -> has(ErrorCode.WEIGHTS_NOT_FINITE, e))
        .hasMessageContaining("Infinity at position 3 of net.0.bias");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ArraySamples samples = (ArraySamples) GoldenObjectives.samples(digits);
    Network ten = GoldenObjectives.network(digits);
    Network three = network("mlp:16", List.of(64), 3);
    Network other = network("mlp:16", List.of(63), 10);
    ArraySamples reals =
        new ArraySamples(List.of(64), new double[64], new Targets.Reals(List.of(4), 1, 2, 3, 4));
    ArraySamples none = new ArraySamples(List.of(64), new double[0], new Targets.Labels(10));
    ArraySamples odd = new ArraySamples(List.of(64), new double[64], new Targets.Labels(10, 10));

    for (Network network : List.of(three, other)) {
      refused(() -> NetworkObjective.of(network, network.initialize(1), samples, FLOAT64));
    }
    for (ArraySamples data : List.of(reals, none, odd)) {
      refused(() -> NetworkObjective.of(ten, digits.parameters(), data, FLOAT64));
    }
    refused(() -> NetworkObjective.of(ten, new double[3], samples, FLOAT64));
    refused(
        () ->
            NetworkObjective.of(
                ten, digits.parameters(), samples, FLOAT64.withLoss(new MeanSquaredError())));
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> FLOAT64.withChunkSize(0),
            () -> FLOAT64.withWorkers(0),
            () -> FLOAT64.withGraphBytes(-1),
            () -> FLOAT64.withWeightDecay(-1e-3),
            () -> FLOAT64.withWeightDecay(Double.NaN))) {
      assertThatThrownBy(wrong::run).satisfies(e -> has(ErrorCode.INVALID_OPTION, e));
    }
  }

  @Test
  void useAfterCloseIsAnError() {
    NetworkObjective objective = GoldenObjectives.objective(digits, FLOAT64);
    try (Vector theta = objective.parameters();
        LinearOperator hessian = objective.hessian(theta);
        NetworkObjective replica = objective.replicate()) {
      Evaluation expected = objective.evaluate(theta);
      objective.close();
      objective.close();
      assertThatThrownBy(() -> objective.evaluate(theta)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> hessian.apply(theta)).isInstanceOf(IllegalStateException.class);
      assertThat(replica.evaluate(theta)).as("the replica lives on").isEqualTo(expected);
    }
  }

  private static void refused(Runnable call) {
    assertThatThrownBy(call::run).satisfies(e -> has(ErrorCode.DIMENSION_MISMATCH, e));
  }

  private static void has(ErrorCode code, Throwable e) {
    assertThat(e).isInstanceOf(ThalwegException.class);
    assertThat(((ThalwegException) e).code()).isEqualTo(code);
  }

  private static Network network(String description, List<Integer> input, int outputs) {
    return BuiltInNetwork.create(
        NetworkSpecification.parse(description, Activation.RELU), input, outputs);
  }

  /** Loss, gradient and one Hessian product at the weights of a golden case. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Everything(Evaluation loss, double[] gradient, double[] product) {
    static Everything of(GoldenCase golden, ObjectiveOptions options) {
      try (NetworkObjective objective = GoldenObjectives.objective(golden, options);
          Vector theta = objective.parameters();
          Vector gradient = objective.space().zeros();
          Vector v = objective.space().of(golden.direction("v"));
          LinearOperator hessian = objective.hessian(theta);
          Vector product = hessian.apply(v)) {
        Evaluation loss = objective.gradient(theta, gradient);
        return new Everything(loss, gradient.toArray(), product.toArray());
      }
    }
  }
}
