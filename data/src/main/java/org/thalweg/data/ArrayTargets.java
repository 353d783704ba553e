package org.thalweg.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Targets from arrays: labels keep their numbers, as networks trained elsewhere know them. Whole
 * numbers of more than one axis are labels for each position of a sample (tokens, pixels) only when
 * the task is said to be classification: they could as well be one-hot rows or counts.
 */
final class ArrayTargets {
  private ArrayTargets() {}

  /**
   * Targets of one or several splits, decided together.
   *
   * @throws ThalwegException {@code DATA_FORMAT} if labels are not whole numbers from 0 on; {@code
   *     NOT_FINITE}
   */
  static List<Targets> of(List<NumberArray> splits, DatasetOptions options) {
    Task task = Task.decide(options, splits.stream().allMatch(ArrayTargets::looksLikeClasses));
    if (task == Task.REGRESSION) {
      return splits.stream().map(ArrayTargets::reals).toList();
    }
    List<int[]> labels = splits.stream().map(ArrayTargets::labels).toList();
    int most = 0;
    for (int[] split : labels) {
      for (int label : split) {
        most = Math.max(most, label);
      }
    }
    int classes = options.given("classes") ? Task.classes(options) : most + 1;
    if (most >= classes) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("labels from 0 to " + (classes - 1) + " in " + splits.get(0).name())
          .found(String.valueOf(most))
          .next(
              "give the number of classes with classes=" + (most + 1) + ", or correct the labels");
    }
    options.decided("classes", String.valueOf(classes));
    List<Integer> shape = labelShape(splits.get(0));
    return labels.stream()
        .<Targets>map(split -> new Targets.Labels(classes, shape, split))
        .toList();
  }

  /** Of one sample's labels: a column counts as one label each, a row as one for each position. */
  private static List<Integer> labelShape(NumberArray array) {
    return width(array) == 1 ? List.of() : array.sampleShape();
  }

  private static int width(NumberArray array) {
    return array.sampleShape().stream().reduce(1, Math::multiplyExact);
  }

  private static boolean looksLikeClasses(NumberArray array) {
    if (array.floating() || width(array) != 1) {
      return false;
    }
    Set<Double> distinct = new HashSet<>();
    for (int i = 0; i < array.count() && distinct.size() <= Task.MOST_INTEGER_CLASSES; i++) {
      distinct.add(array.values().get(i));
    }
    return distinct.size() <= Task.MOST_INTEGER_CLASSES;
  }

  private static int[] labels(NumberArray array) {
    int width = width(array);
    int[] labels = new int[Math.multiplyExact(array.count(), width)];
    for (int i = 0; i < labels.length; i++) {
      double value = array.values().get(i);
      labels[i] = (int) value;
      if (labels[i] != value || labels[i] < 0 || labels[i] >= Task.MOST_CLASSES) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("labels that are whole numbers from 0 on in " + array.name())
            .found("%s for sample %d".formatted(value, i / width))
            .next("number the classes from 0, or use task=regression");
      }
    }
    return labels;
  }

  private static Targets reals(NumberArray array) {
    int width = width(array);
    float[] values = new float[Math.multiplyExact(array.count(), width)];
    for (int i = 0; i < array.count(); i++) {
      array.values().copy((long) i * width, width, values, i * width);
      FiniteFeatures.requireRow(values, i * width, width, i, array.name());
    }
    return new Targets.Reals(array.sampleShape(), values);
  }
}
