package org.thalweg.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One split of a data set in numbers.
 *
 * @param count samples
 * @param features range of all features together
 * @param classCounts samples of each class, in the order of the labels; empty for real targets
 * @param targets range of real targets; empty for labels
 */
public record SplitSummary(
    int count, ValueRange features, List<Integer> classCounts, Optional<ValueRange> targets) {
  public SplitSummary {
    classCounts = List.copyOf(classCounts);
  }

  /** Reads every sample once. */
  public static SplitSummary of(Samples samples) {
    ValueRange.Accumulator features = new ValueRange.Accumulator();
    float[] row = new float[size(samples.featureShape())];
    for (int i = 0; i < samples.count(); i++) {
      samples.features(i, row, 0);
      features.add(row);
    }
    Targets targets = samples.targets();
    if (targets instanceof Targets.Labels labels) {
      return new SplitSummary(
          samples.count(), features.range(), classCounts(labels), Optional.empty());
    }
    return new SplitSummary(
        samples.count(),
        features.range(),
        List.of(),
        Optional.of(targetRange((Targets.Reals) targets)));
  }

  private static List<Integer> classCounts(Targets.Labels labels) {
    int[] counts = new int[labels.classes()];
    for (int i = 0; i < labels.count(); i++) {
      for (int position = 0; position < labels.positions(); position++) {
        int label = labels.label(i, position);
        // Labels outside the classes mark positions that do not count.
        if (label >= 0 && label < counts.length) {
          counts[label]++;
        }
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  private static ValueRange targetRange(Targets.Reals reals) {
    ValueRange.Accumulator range = new ValueRange.Accumulator();
    float[] row = new float[size(reals.shape())];
    for (int i = 0; i < reals.count(); i++) {
      reals.copy(i, row, 0);
      range.add(row);
    }
    return range.range();
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
