package org.thalweg.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {
  private static final int N = 100_000;

  /** Values of an independent implementation of SHA-256 seeding, WELL19937c and Box–Muller. */
  @Test
  void theFirstNumbersAreFixedForever() {
    assertThat(uniforms(RandomStream.of(0, "direction"), 3))
        .containsExactly(0.9584195074512274, 0.48289337871607674, 0.9335464821522566);
    assertThat(uniforms(RandomStream.of(42, "direction", 3, 1), 3))
        .containsExactly(0.8425272024164507, 0.32730146376933145, 0.6892655244932846);
    assertThat(uniforms(RandomStream.of(-1, "Läufe"), 3))
        .containsExactly(0.35076024339297196, 0.03592531300652646, 0.269889545269963);
    assertThat(RandomStream.of(0, "direction").gaussians(2))
        .containsExactly(new double[] {1.165669126053123, -0.3116637353979636}, within(1e-15));
  }

  @Test
  void theSameNameIsTheSameStream() {
    assertThat(RandomStream.of(5, "probe", 1).gaussians(100))
        .containsExactly(RandomStream.of(5, "probe", 1).gaussians(100));
    RandomStream single = RandomStream.of(5, "probe", 1);
    double[] singly = IntStream.range(0, 100).mapToDouble(i -> single.gaussian()).toArray();
    assertThat(singly).containsExactly(RandomStream.of(5, "probe", 1).gaussians(100));
  }

  @Test
  void seedsPurposesAndIndicesMakeDifferentStreams() {
    Set<Double> first = new HashSet<>();
    int streams = 0;
    for (long seed = -3; seed < 3; seed++) {
      for (String purpose : new String[] {"a", "b", "ab", ""}) {
        first.add(RandomStream.of(seed, purpose).uniform());
        first.add(RandomStream.of(seed, purpose, 0).uniform());
        first.add(RandomStream.of(seed, purpose, 0, 0).uniform());
        first.add(RandomStream.of(seed, purpose, 0, 1).uniform());
        first.add(RandomStream.of(seed, purpose, 1, 0).uniform());
        streams += 5;
      }
    }
    assertThat(first).hasSize(streams);
  }

  @Test
  void streamsOfNeighbouringNamesAreUncorrelated() {
    double[] a = RandomStream.of(1, "direction", 0).gaussians(N);
    for (RandomStream other :
        new RandomStream[] {
          RandomStream.of(1, "direction", 1),
          RandomStream.of(2, "direction", 0),
          RandomStream.of(1, "directions", 0)
        }) {
      double[] b = other.gaussians(N);
      double dot = IntStream.range(0, N).mapToDouble(i -> a[i] * b[i]).sum();
      // Five standard deviations of the sum of N products.
      assertThat(Math.abs(dot)).isLessThan(5 * Math.sqrt(N));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 123456789})
  void gaussiansHaveTheMomentsOfTheStandardNormal(long seed) {
    double[] x = RandomStream.of(seed, "moments").gaussians(N);
    // E x = 0, E x² = 1, E x³ = 0, E x⁴ = 3; variances of the powers 1, 2, 15, 96.
    assertThat(moment(x, 1)).isCloseTo(0, within(5 * Math.sqrt(1.0 / N)));
    assertThat(moment(x, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / N)));
    assertThat(moment(x, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / N)));
    assertThat(moment(x, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / N)));
    double lag = IntStream.range(1, N).mapToDouble(i -> x[i] * x[i - 1]).sum();
    assertThat(Math.abs(lag)).as("serial correlation").isLessThan(5 * Math.sqrt(N));
    double beyond = Arrays.stream(x).filter(value -> Math.abs(value) > 1.959964).count();
    assertThat(beyond / N).isCloseTo(0.05, within(5 * Math.sqrt(0.05 * 0.95 / N)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 123456789})
  void uniformsFillTheUnitInterval(long seed) {
    double[] x = uniforms(RandomStream.of(seed, "uniform"), N);
    assertThat(Arrays.stream(x).min().orElseThrow()).isBetween(0.0, 1e-3);
    assertThat(Arrays.stream(x).max().orElseThrow()).isBetween(1 - 1e-3, Math.nextDown(1.0));
    assertThat(moment(x, 1)).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / N)));
    assertThat(moment(x, 2)).isCloseTo(1.0 / 3, within(5 * Math.sqrt(4.0 / 45 / N)));
  }

  @Test
  void integersAreUniformBelowTheBound() {
    RandomStream random = RandomStream.of(3, "integers");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.below(7)]++;
    }
    double chiSquared =
        Arrays.stream(counts).mapToDouble(c -> (c - 10_000.0) * (c - 10_000.0) / 10_000).sum();
    // 6 degrees of freedom: 99.99 % lie below 27.9.
    assertThat(chiSquared).isLessThan(27.9);
  }

  @Test
  void permutationsAreUniform() {
    assertThat(RandomStream.of(1, "order").permutation(0)).isEmpty();
    assertThat(RandomStream.of(1, "order").permutation(1)).containsExactly(0);
    int[] order = RandomStream.of(1, "order").permutation(1000);
    assertThat(Arrays.stream(order).sorted().toArray())
        .containsExactly(IntStream.range(0, 1000).toArray());
    RandomStream random = RandomStream.of(2, "orders of four");
    int[] counts = new int[256];
    for (int i = 0; i < 24_000; i++) {
      int[] p = random.permutation(4);
      counts[p[0] + 4 * p[1] + 16 * p[2] + 64 * p[3]]++;
    }
    double[] seen = Arrays.stream(counts).filter(c -> c > 0).asDoubleStream().toArray();
    assertThat(seen).hasSize(24);
    double chiSquared = Arrays.stream(seen).map(c -> (c - 1000) * (c - 1000) / 1000).sum();
    // 23 degrees of freedom: 99.99 % lie below 58.
    assertThat(chiSquared).isLessThan(58);
  }

  private static double[] uniforms(RandomStream random, int n) {
    return IntStream.range(0, n).mapToDouble(i -> random.uniform()).toArray();
  }

  private static double moment(double[] x, int power) {
    return Arrays.stream(x).map(value -> Math.pow(value, power)).sum() / x.length;
  }
}
