package org.thalweg.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.RelativeError;
import org.thalweg.torch.network.Activation;
import org.thalweg.torch.network.BuiltInNetwork;
import org.thalweg.torch.network.ForwardFunction;
import org.thalweg.torch.network.Network;
import org.thalweg.torch.network.NetworkSpecification;

/** Curvature matrices by the networks' own derivatives, against autograd's double backward. */
class DerivativesByHandTest {
  private static final int SAMPLES = 11;
  private static final int CLASSES = 3;
  private static final List<Integer> GREY = List.of(1, 9, 8);
  private static final List<Integer> COLOUR = List.of(3, 8, 9);

  private interface Matrix extends BiFunction<SampledObjective, Vector, LinearOperator> {}

  static Stream<Arguments> networks() {
    List<Arguments> all = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      for (String network :
          List.of("mlp", "mlp:7", "mlp:6,5", "resmlp:5", "resmlp:6,6,4", "cnn:3", "cnn:4,3,2")) {
        all.add(Arguments.of(network, activation, GREY));
      }
      all.add(Arguments.of("cnn:5,4", activation, COLOUR));
      all.add(Arguments.of("rescnn:4,3", activation, GREY));
      all.add(Arguments.of("rescnn:3,4,2", activation, COLOUR));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void allMatricesOfAllNetworks(String name, Activation activation, List<Integer> shape) {
    Network network = network(name, activation, shape);
    for (Matrix matrix : matrices()) {
      compare(network, shape, new CrossEntropy(), Precision.FLOAT64, 1e-12, matrix);
      compare(network, shape, new CrossEntropy(), Precision.FLOAT32, 1e-6, matrix);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void allLosses(Activation activation) {
    Network network = network("mlp:6,5", activation, GREY);
    for (String loss : List.of("cross-entropy:smoothing=0.1", "mse", "bce", "huber:delta=0.3")) {
      for (Matrix matrix : matrices()) {
        compare(network, GREY, Loss.named(loss), Precision.FLOAT64, 1e-12, matrix);
      }
    }
    for (String loss : List.of("l1", "nll")) {
      compare(network, GREY, Loss.named(loss), Precision.FLOAT64, 1e-12, SampledObjective::hessian);
      compare(
          network,
          GREY,
          Loss.named(loss),
          Precision.FLOAT64,
          1e-12,
          SampledObjective::empiricalFisher);
    }
  }

  /** Beyond the memory for what is kept, within it, and with the penalty. */
  @Test
  void keptOrNot() {
    Network network = network("cnn:3,2", Activation.TANH, GREY);
    ObjectiveOptions options =
        options(Precision.FLOAT64).withChunkSize(3).withWeightDecay(0.1).withWorkers(2);
    double[] kept = product(network, options);
    double[] some = product(network, options.withGraphBytes(20_000));
    double[] none = product(network, options.withGraphBytes(0));
    assertThat(some).containsExactly(kept);
    assertThat(none).containsExactly(kept);
    RelativeError.atMost(1e-12, "Hv", kept, product(new GraphOnly(network), options));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void symmetric(String name, Activation activation, List<Integer> shape) {
    Network network = network(name, activation, shape);
    for (Matrix matrix : matrices()) {
      try (NetworkObjective objective =
              objective(network, shape, new CrossEntropy(), options(Precision.FLOAT64));
          Vector theta = objective.parameters();
          LinearOperator a = matrix.apply(objective, theta);
          Vector u = objective.space().of(random(theta.dimension(), 5));
          Vector v = objective.space().of(random(theta.dimension(), 6));
          Vector au = a.apply(u);
          Vector av = a.apply(v)) {
        assertThat(Math.abs(u.dot(av) - v.dot(au))).isLessThan(1e-12 * u.norm() * av.norm());
      }
    }
  }

  private static List<Matrix> matrices() {
    return List.of(
        SampledObjective::hessian,
        SampledObjective::gaussNewton,
        SampledObjective::fisher,
        SampledObjective::empiricalFisher);
  }

  private static void compare(
      Network network,
      List<Integer> shape,
      Loss loss,
      Precision precision,
      double tolerance,
      Matrix matrix) {
    if (loss.likelihood() == Likelihood.NONE && !loss.name().equals("l1")) {
      return; // no Fisher matrix
    }
    ObjectiveOptions options = options(precision);
    double[] expected = product(new GraphOnly(network), shape, loss, options, matrix);
    double[] actual = product(network, shape, loss, options, matrix);
    RelativeError.atMost(tolerance, loss.name(), actual, expected);
  }

  private static double[] product(ForwardFunction network, ObjectiveOptions options) {
    return product(network, GREY, new CrossEntropy(), options, SampledObjective::hessian);
  }

  private static double[] product(
      ForwardFunction network,
      List<Integer> shape,
      Loss loss,
      ObjectiveOptions options,
      Matrix matrix) {
    try (NetworkObjective objective = objective(network, shape, loss, options);
        Vector theta = objective.parameters();
        LinearOperator a = matrix.apply(objective, theta);
        Vector v = objective.space().of(random(theta.dimension(), 7));
        Vector first = a.apply(v);
        Vector again = a.apply(v)) {
      assertThat(again.toArray()).containsExactly(first.toArray());
      return again.toArray();
    }
  }

  private static NetworkObjective objective(
      ForwardFunction network, List<Integer> shape, Loss loss, ObjectiveOptions options) {
    int numbers = shape.stream().reduce(1, Math::multiplyExact);
    double[] weights = random(network.layout().dimension(), 1);
    IntStream.range(0, weights.length).forEach(i -> weights[i] *= 0.4);
    Samples samples =
        new ArraySamples(shape, random(SAMPLES * numbers, 2), targets(loss.classifies()));
    return NetworkObjective.of(network, weights, samples, options.withLoss(loss));
  }

  private static Targets targets(boolean labels) {
    double[] values = random(SAMPLES * CLASSES, 3);
    if (labels) {
      int[] classes = new int[SAMPLES];
      IntStream.range(0, SAMPLES).forEach(i -> classes[i] = (int) Math.abs(10 * values[i]) % 3);
      return new Targets.Labels(CLASSES, classes);
    }
    float[] numbers = new float[values.length];
    IntStream.range(0, values.length)
        .forEach(i -> numbers[i] = (float) (1 / (1 + Math.exp(values[i]))));
    return new Targets.Reals(List.of(CLASSES), numbers);
  }

  /** Two full chunks and a ragged one. */
  private static ObjectiveOptions options(Precision precision) {
    return ObjectiveOptions.defaults().withPrecision(precision).withChunkSize(4);
  }

  private static Network network(String name, Activation activation, List<Integer> shape) {
    return BuiltInNetwork.create(NetworkSpecification.parse(name, activation), shape, CLASSES);
  }

  private static double[] random(int count, int index) {
    return RandomStream.of(0, "derivatives by hand", index).gaussians(count);
  }
}
