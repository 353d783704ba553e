package org.thalweg.data;

import java.util.List;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.random.RandomStream;

/**
 * A regression in two variables: y = sin(x₁) cos(x₂) + ε, x uniform on [−3, 3)², ε ~ N(0, noise²)
 * independent; one target of shape {@code [1]} for each sample.
 *
 * <p>x₁, x₂, x₁, … come from {@code RandomStream.of(seed, "sine-features")} and the ε from {@code
 * RandomStream.of(seed, "sine-noise")}, so that the same seed with other noise has the same x. The
 * last 30 % of the samples, rounded, are held out; as samples are independent, no shuffling is
 * needed. Computed in float64 with {@link StrictMath}, the same on every machine, then rounded to
 * float32.
 */
final class Sine implements DatasetSource {
  private static final double HALF_WIDTH = 3;
  private static final double HELD_OUT = 0.3;
  private static final int MOST = 10_000_000;

  @Override
  public DatasetDescriptor descriptor() {
    return new DatasetDescriptor(
        "sine",
        "Synthetic regression y = sin(x1) cos(x2) + noise, x uniform on [-3, 3)^2",
        "n samples of 2 features and 1 real target, 30 % held out",
        "none: computed",
        List.of(
            new Option("n", "200", "samples in both splits together, 2 to 10,000,000"),
            new Option("noise", "0.1", "standard deviation of the normal noise, 0 or more"),
            new Option("seed", "0", "a whole number")));
  }

  @Override
  public Splits open(DatasetOptions options) {
    int n = (int) options.integer("n", 2, MOST);
    double noise = options.notNegative("noise");
    long seed = options.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    RandomStream uniform = RandomStream.of(seed, "sine-features");
    RandomStream normal = RandomStream.of(seed, "sine-noise");
    int trainCount = n - (int) Math.round(HELD_OUT * n);
    Samples train = samples(trainCount, noise, uniform, normal);
    Samples test = samples(n - trainCount, noise, uniform, normal);
    return new Splits(descriptor().description(), train, test);
  }

  private static Samples samples(
      int count, double noise, RandomStream uniform, RandomStream normal) {
    float[] features = new float[2 * count];
    float[] targets = new float[count];
    for (int i = 0; i < count; i++) {
      double x1 = HALF_WIDTH * (2 * uniform.uniform() - 1);
      double x2 = HALF_WIDTH * (2 * uniform.uniform() - 1);
      features[2 * i] = (float) x1;
      features[2 * i + 1] = (float) x2;
      double signal = StrictMath.sin(x1) * StrictMath.cos(x2);
      targets[i] = (float) (signal + noise * normal.gaussian());
    }
    return ArraySamples.of(List.of(2), features, new Targets.Reals(List.of(1), targets));
  }
}
