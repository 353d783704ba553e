package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.linalg.Precision;
import org.thalweg.random.RandomStream;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.UnitGroup;

/** What the built-in networks say of their symmetries must leave their answers as they are. */
class NetworkSymmetriesTest {
  private static final List<Integer> IMAGE = List.of(3, 9, 11);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mlp:7",
        "mlp:5,8,4",
        "resmlp:6,6",
        "resmlp:6,6,6",
        "resmlp:6,4,4,9",
        "resmlp:5",
        "cnn:4",
        "cnn:4,5,3",
        "rescnn:4,4",
        "rescnn:4,6,5"
      })
  void permutingAndRescalingUnitsChangesNoAnswer(String description) {
    for (Activation activation : Activation.values()) {
      BuiltInNetwork network = network(description, activation);
      NetworkSymmetries symmetries = network.symmetries().orElseThrow();
      double[] theta = network.initialize(1);

      assertSameAnswers(
          network, theta, symmetries.permute(theta, symmetries.randomPermutations(2)));
      assertThat(symmetries.rescalable()).isEqualTo(activation == Activation.RELU);
      if (symmetries.rescalable()) {
        double[] layerwise = symmetries.rescale(theta, factors(symmetries, true));
        double[] unitwise = symmetries.rescale(theta, factors(symmetries, false));
        assertThat(distance(theta, layerwise)).isGreaterThan(1);
        assertThat(distance(theta, unitwise)).isGreaterThan(1);
        assertSameAnswers(network, theta, layerwise);
        assertSameAnswers(network, theta, unitwise);
      }
    }
  }

  @Test
  void everyHiddenUnitBelongsToAGroup() {
    assertThat(units("mlp:5,8,4")).containsExactly(5, 8, 4);
    assertThat(units("mlp")).isEmpty();
    assertThat(units("cnn:4,5,3")).containsExactly(4, 5, 3);
    assertThat(units("rescnn:4,4")).containsExactly(4, 4);
  }

  @Test
  void layersUnderAnIdentitySkipShareOneGroup() {
    assertThat(units("resmlp:6,6,6")).containsExactly(6);
    assertThat(units("resmlp:6,6,4,4,9")).containsExactly(6, 4, 9);
  }

  @Test
  void movingOneOfTwoTiedLayersIsNoSymmetry() {
    BuiltInNetwork network = network("resmlp:6,6", Activation.RELU);
    double[] theta = network.initialize(1);
    double[] half = theta.clone();
    // Only the first layer's rows and the columns that read it, not the skip's end.
    swapRows(half, network.layout().tensor("hidden1.weight").offset(), inputs());
    swapRows(half, network.layout().tensor("hidden1.bias").offset(), 1);
    swapColumns(half, network.layout().tensor("hidden2.weight").offset(), 6, 6);

    double[] before = outputs(network, theta, Precision.FLOAT64);
    double[] after = outputs(network, half, Precision.FLOAT64);

    assertThat(distance(before, after)).isGreaterThan(1e-3);
  }

  private static void swapRows(double[] theta, int offset, int length) {
    for (int i = 0; i < length; i++) {
      swap(theta, offset + i, offset + length + i);
    }
  }

  private static void swapColumns(double[] theta, int offset, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      swap(theta, offset + row * columns, offset + row * columns + 1);
    }
  }

  private static void swap(double[] theta, int i, int j) {
    double kept = theta[i];
    theta[i] = theta[j];
    theta[j] = kept;
  }

  private static void assertSameAnswers(BuiltInNetwork network, double[] theta, double[] other) {
    for (Precision precision : Precision.values()) {
      double[] expected = outputs(network, theta, precision);
      double[] found = outputs(network, other, precision);
      double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(tolerance));
      }
    }
  }

  private static List<double[]> factors(NetworkSymmetries symmetries, boolean equal) {
    RandomStream stream = RandomStream.of(5, "factors");
    return symmetries.groups().stream()
        .map(
            group -> {
              double[] factors = new double[group.units()];
              double common = Math.exp(1.5 * stream.gaussian());
              Arrays.setAll(factors, i -> equal ? common : Math.exp(stream.gaussian()));
              return factors;
            })
        .toList();
  }

  private static List<Integer> units(String description) {
    return network(description, Activation.RELU).symmetries().orElseThrow().groups().stream()
        .map(UnitGroup::units)
        .toList();
  }

  private static BuiltInNetwork network(String description, Activation activation) {
    return BuiltInNetwork.create(NetworkSpecification.parse(description, activation), IMAGE, 4);
  }

  private static double[] outputs(BuiltInNetwork network, double[] theta, Precision precision) {
    double[] input = RandomStream.of(9, "input").gaussians(6 * inputs());
    return NetworkRunner.outputs(network, theta, input, precision);
  }

  private static int inputs() {
    return IMAGE.stream().reduce(1, Math::multiplyExact);
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - y[i]) * (x[i] - y[i]);
    }
    return Math.sqrt(sum);
  }
}
