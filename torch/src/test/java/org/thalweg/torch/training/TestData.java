package org.thalweg.torch.training;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.data.Dataset;
import org.thalweg.data.Samples;
import org.thalweg.data.Targets;
import org.thalweg.random.RandomStream;
import org.thalweg.testkit.GoldenCase;

/** Small data sets in memory. */
final class TestData {
  private TestData() {}

  /** Features row-major. */
  private static final class ArraySamples implements Samples {
    private final List<Integer> featureShape;
    private final float[] values;
    private final Targets targets;

    ArraySamples(List<Integer> featureShape, float[] values, Targets targets) {
      this.featureShape = featureShape;
      this.values = values;
      this.targets = targets;
    }

    @Override
    public List<Integer> featureShape() {
      return featureShape;
    }

    @Override
    public Targets targets() {
      return targets;
    }

    @Override
    public int count() {
      return targets.count();
    }

    @Override
    public void features(int sample, float[] target, int offset) {
      int size = values.length / count();
      System.arraycopy(values, sample * size, target, offset, size);
    }
  }

  /** Handwritten digits of 8 × 8 pixels: 600 to learn from, 200 held out. */
  static Dataset digits() {
    GoldenCase golden = GoldenCase.load("mlp-digits");
    Samples all =
        new ArraySamples(
            List.of(64), floats(golden.x().toDoubles()), labels(golden.y().toDoubles()));
    return split("digits", all, 600);
  }

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
        new ArraySamples(List.of(1, side, side), values, new Targets.Labels(2, labels)),
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
        new ArraySamples(List.of(2), values, new Targets.Reals(List.of(1), targets)),
        count * 3 / 4);
  }

  private static Dataset split(String name, Samples all, int train) {
    return new Dataset(
        name, name, range(all, 0, train), range(all, train, all.count()), "sha256:" + name);
  }

  private static Samples range(Samples all, int start, int end) {
    return all.select(IntStream.range(start, end).toArray());
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static Targets labels(double[] values) {
    int[] labels = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      labels[i] = (int) values[i];
    }
    return new Targets.Labels(10, labels);
  }
}
