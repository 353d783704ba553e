package org.thalweg.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.symmetry.Alignment;
import org.thalweg.symmetry.MatchingOptions;
import org.thalweg.symmetry.NetworkSymmetries;
import org.thalweg.symmetry.WeightMatching;

/** Bringing built-in networks into one order. */
class WeightMatchingTest {
  private static final WeightMatching MATCHING = new WeightMatching(MatchingOptions.defaults());

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "mlp:16 2",
        "mlp:16,16,16 2",
        "mlp:100 2",
        "mlp:64,32 784",
        "mlp:8,8,8,8,8 64",
        "resmlp:20,20 2",
        "resmlp:20,20,20,20 2",
        "resmlp:32,32 64",
        "resmlp:24,16,16,24 8",
        "cnn:16,16 image",
        "cnn:4,8,16 image",
        "rescnn:16,16 image",
        "rescnn:8,8,8 image"
      })
  void aCopyInAnotherOrderIsRecoveredExactly(String description, String input) {
    BuiltInNetwork network = network(description, input);
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    for (long seed = 1; seed <= 5; seed++) {
      double[] theta = network.initialize(seed);
      double[] shuffled = symmetries.permute(theta, symmetries.randomPermutations(seed));

      Alignment found = MATCHING.align(symmetries, theta, shuffled);

      assertThat(found.distanceBefore()).isGreaterThan(0.1);
      assertThat(found.distanceAfter()).as("%s, seed %d", description, seed).isZero();
      assertThat(symmetries.permute(shuffled, found.permutations())).containsExactly(theta);
      assertThat(found.outcome()).isEqualTo(Outcome.CONVERGED);
    }
  }

  @Test
  void aNoisyCopyIsBroughtNextToItsOriginal() {
    BuiltInNetwork network = network("resmlp:20,20,20", "2");
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    double[] theta = network.initialize(3);
    double[] noise = RandomStream.of(4, "noise").gaussians(theta.length);
    double[] noisy = theta.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += 0.01 * noise[i];
    }
    double[] shuffled = symmetries.permute(noisy, symmetries.randomPermutations(7));

    Alignment found = MATCHING.align(symmetries, theta, shuffled);

    assertThat(symmetries.permute(shuffled, found.permutations())).containsExactly(noisy);
  }

  @Test
  void differentNetworksComeCloserAndNeverFurther() {
    for (String description : List.of("mlp:16,16", "resmlp:12,12,12", "cnn:8,8", "rescnn:8,8")) {
      BuiltInNetwork network = network(description, "image");
      NetworkSymmetries symmetries = network.symmetries().orElseThrow();
      double[] a = network.initialize(1);
      double[] b = network.initialize(2);

      Alignment found = MATCHING.align(symmetries, a, b);

      double[] aligned = symmetries.permute(b, found.permutations());
      assertThat(found.innerProductBefore()).isCloseTo(dot(a, b), within(1e-9));
      assertThat(found.innerProductAfter()).isCloseTo(dot(a, aligned), within(1e-9));
      assertThat(found.innerProductAfter()).isGreaterThan(found.innerProductBefore());
      double squares = dot(a, a) + dot(b, b);
      assertThat(found.distanceAfter())
          .isCloseTo(Math.sqrt(squares - 2 * dot(a, aligned)), within(1e-9));
      assertThat(found.moved()).isBetween(1, found.units());
      assertThat(found.agreeing()).isBetween(1, found.starts());
    }
  }

  @Test
  void aNetworkStaysInItsOwnOrder() {
    BuiltInNetwork network = network("mlp:16,16", "2");
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    double[] theta = network.initialize(1);

    Alignment found = MATCHING.align(symmetries, theta, theta);

    assertThat(found.permutations()).isEqualTo(symmetries.identity());
    assertThat(found.moved()).isZero();
    assertThat(found.distanceAfter()).isZero();
  }

  @Test
  void theSameSeedFindsTheSameOrder() {
    BuiltInNetwork network = network("mlp:16,16,16", "2");
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    double[] a = network.initialize(1);
    double[] b = network.initialize(2);

    assertThat(MATCHING.align(symmetries, a, b)).isEqualTo(MATCHING.align(symmetries, a, b));
  }

  @Test
  void aCancelledSearchSaysSoAndIsSound() {
    BuiltInNetwork network = network("mlp:16,16", "2");
    NetworkSymmetries symmetries = network.symmetries().orElseThrow();
    Cancellation cancellation = new Cancellation();
    ProgressListener stopping = (activity, done, total) -> cancellation.request();

    Alignment found =
        MATCHING.align(
            symmetries, network.initialize(1), network.initialize(2), stopping, cancellation);

    assertThat(found.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(found.starts()).isEqualTo(1);
    assertThat(found.innerProductAfter()).isGreaterThanOrEqualTo(found.innerProductBefore());
  }

  @Test
  void refusesWeightsOfAnotherNetworkAndBrokenOnes() {
    NetworkSymmetries symmetries = network("mlp:4", "2").symmetries().orElseThrow();
    double[] theta = network("mlp:4", "2").initialize(1);
    double[] broken = theta.clone();
    broken[3] = Double.NaN;

    assertThatThrownBy(() -> MATCHING.align(symmetries, theta, new double[3]))
        .isInstanceOfSatisfying(
            ThalwegException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.DIMENSION_MISMATCH));
    assertThatThrownBy(() -> MATCHING.align(symmetries, theta, broken))
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE));
  }

  private static BuiltInNetwork network(String description, String input) {
    List<Integer> shape =
        input.equals("image") ? List.of(1, 12, 12) : List.of(Integer.parseInt(input));
    return BuiltInNetwork.create(
        NetworkSpecification.parse(description, Activation.RELU), shape, 3);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
