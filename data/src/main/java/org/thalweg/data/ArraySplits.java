package org.thalweg.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Splits from arrays of features and targets whose first axis counts samples.
 *
 * <p>Arrays of more than {@value #LARGE} numbers that can stay in their file do so; smaller ones
 * are copied to the heap, where a change of the file cannot reach them.
 */
final class ArraySplits {
  static final long LARGE = 1L << 24;

  private ArraySplits() {}

  /** The features and the targets of one split. */
  record Pair(NumberArray x, NumberArray y) {
    Pair {
      for (NumberArray array : List.of(x, y)) {
        if (array.shape().isEmpty() || array.shape().contains(0)) {
          throw ThalwegException.of(ErrorCode.DATA_FORMAT)
              .expected("at least one sample in " + array.name())
              .found("the shape " + array.shape())
              .next("save samples along the first axis");
        }
      }
      if (x.count() != y.count()) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("a target in %s for each of %d samples".formatted(y.name(), x.count()))
            .found(y.count() + " targets")
            .next("save features and targets of the same samples");
      }
    }
  }

  /**
   * Makes the splits, held out if there is no test pair.
   *
   * @param large numbers above which an array stays in its file
   */
  static Splits of(
      String description, Pair train, @Nullable Pair test, DatasetOptions options, long large) {
    if (test != null && !test.x().sampleShape().equals(train.x().sampleShape())) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("samples of shape %s in %s".formatted(train.x().sampleShape(), test.x().name()))
          .found(test.x().sampleShape().toString())
          .next("save both splits with samples of one shape");
    }
    List<NumberArray> y = new ArrayList<>(List.of(train.y()));
    if (test != null) {
      y.add(test.y());
    }
    List<Targets> targets = ArrayTargets.of(y, options);
    Samples trainSamples = samples(train.x(), targets.get(0), large);
    if (test == null) {
      return HeldOut.split(description, trainSamples, options);
    }
    options.inapplicable("the file has a test split of its own", "test", "seed");
    return new Splits(description, trainSamples, samples(test.x(), targets.get(1), large));
  }

  private static Samples samples(NumberArray x, Targets targets, long large) {
    Samples samples = new MappedSamples(x, targets);
    long width = ((MappedSamples) samples).width();
    if (x.mapped() && width * x.count() <= large) {
      float[] features = new float[(int) (width * x.count())];
      x.values().copy(0, features.length, features, 0);
      samples = ArraySamples.of(x.sampleShape(), features, targets);
    }
    FiniteFeatures.require(samples, x.name());
    return samples;
  }
}
