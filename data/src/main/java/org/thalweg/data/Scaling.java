package org.thalweg.data;

import java.util.List;
import java.util.Map;
import org.thalweg.data.DatasetDescriptor.Option;
import org.thalweg.data.DatasetSource.Splits;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Shifts and divides features, and real targets, by what the training split shows.
 *
 * <p>{@code standardize}: (x − mean) / standard deviation, the latter of the population (divisor
 * n). {@code scale}: (x − minimum) / (maximum − minimum), so 0 … 1 in the training split; the test
 * split may leave that range. What never varies becomes 0. Features of rank 1 are treated one by
 * one, those of rank 3 by their first axis (channels), all others together; targets one by one.
 * Sums are taken in float64, in the order of the samples.
 *
 * <p>Misleading: losses of scaled targets are in their new units. The description of the data set
 * tells shift and divisor.
 */
final class Scaling {
  static final String NONE = "none";
  static final Map<String, String> OFF = Map.of("normalize", NONE, "normalize-targets", NONE);
  static final List<Option> OPTIONS =
      List.of(
          new Option("normalize", NONE, "features: none, standardize or scale (0 to 1)"),
          new Option("normalize-targets", NONE, "real targets: none, standardize or scale"));

  private Scaling() {}

  /** Scales both splits alike as the options say. */
  static Splits apply(Splits raw, DatasetOptions options) {
    String features = options.choice("normalize", NONE, "standardize", "scale");
    String targets = options.choice("normalize-targets", NONE, "standardize", "scale");
    Splits scaled = features.equals(NONE) ? raw : features(raw, features);
    return targets.equals(NONE) ? scaled : targets(scaled, targets);
  }

  private static Splits features(Splits raw, String rule) {
    List<Integer> shape = raw.train().featureShape();
    int width = size(shape);
    int groups = shape.size() == 1 ? width : shape.size() == 3 ? shape.get(0) : 1;
    float[] row = new float[width];
    Affine affine =
        Affine.fit(
            rule,
            groups,
            raw.train().count(),
            width,
            sample -> {
              raw.train().features(sample, row, 0);
              return row;
            });
    return new Splits(
        raw.description(),
        new ScaledSamples(raw.train(), affine, raw.train().targets()),
        new ScaledSamples(raw.test(), affine, raw.test().targets()));
  }

  private static Splits targets(Splits raw, String rule) {
    if (!(raw.train().targets() instanceof Targets.Reals train)
        || !(raw.test().targets() instanceof Targets.Reals test)) {
      throw ThalwegException.of(ErrorCode.CONFLICTING_OPTIONS)
          .expected("real targets for normalize-targets=" + rule)
          .found("classes")
          .next("leave normalize-targets out");
    }
    int width = size(train.shape());
    float[] row = new float[width];
    Affine affine =
        Affine.fit(
            rule,
            width,
            train.count(),
            width,
            sample -> {
              train.copy(sample, row, 0);
              return row;
            });
    return new Splits(
        raw.description() + "; targets are " + affine.words(),
        new ScaledSamples(raw.train(), Affine.IDENTITY, affine.of(train)),
        new ScaledSamples(raw.test(), Affine.IDENTITY, affine.of(test)));
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
