package org.thalweg.torch.training;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.data.ArraySamples;
import org.thalweg.data.Dataset;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.random.RandomStream;

/** Small data sets in memory. */
final class TestData {
  private TestData() {}

  /** Images of noise whose label says which half is brighter. */
  static Dataset halves(int count, int side) {
    RandomStream stream = RandomStream.of(4, "halves");
    float[] values = new float[count * side * side];
    int[] labels = new int[count];
    for (int n = 0; n < count; n++) {
      labels[n] = stream.below(2);
      for (int i = 0; i < side * side; i++) {
        boolean left = i % side < side / 2;
        values[n * side * side + i] =
            (float) (0.5 * stream.gaussian() + (left == (labels[n] == 0) ? 0.5 : 0));
      }
    }
    return split(
        "halves",
        ArraySamples.of(List.of(1, side, side), values, new Targets.Labels(2, labels)),
        count * 3 / 4);
  }

  /** y = 2x₁ − x₂ + ½ and noise, of two features. */
  static Dataset line(int count) {
    RandomStream stream = RandomStream.of(9, "line");
    float[] values = new float[2 * count];
    float[] targets = new float[count];
    for (int n = 0; n < count; n++) {
      values[2 * n] = (float) stream.gaussian();
      values[2 * n + 1] = (float) stream.gaussian();
      targets[n] = (float) (2 * values[2 * n] - values[2 * n + 1] + 0.5 + 0.1 * stream.gaussian());
    }
    return split(
        "line",
        ArraySamples.of(List.of(2), values, new Targets.Reals(List.of(1), targets)),
        count * 3 / 4);
  }

  private static Dataset split(String name, Samples all, int train) {
    return new Dataset(
        name, name, range(all, 0, train), range(all, train, all.count()), "sha256:" + name);
  }

  private static Samples range(Samples all, int start, int end) {
    return all.select(IntStream.range(start, end).toArray());
  }
}
