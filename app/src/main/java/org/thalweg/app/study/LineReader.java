package org.thalweg.app.study;

import java.util.Optional;
import org.thalweg.app.request.AxisRange;
import org.thalweg.app.request.BiasChoice;
import org.thalweg.app.request.LineScaling;
import org.thalweg.app.request.NormalizationChoice;

/** What slices and surfaces have in common: how far directions reach. */
final class LineReader {
  private LineReader() {}

  static LineScaling scaling(PlannedOptions options) {
    return new LineScaling(
        options.choice("normalize", NormalizationChoice.class, NormalizationChoice.AUTO),
        options.choice("biases", BiasChoice.class, BiasChoice.AUTO));
  }

  static Optional<AxisRange> range(PlannedOptions options) {
    return options.has("range")
        ? Optional.of(AxisRange.parse(options.text("range", "")))
        : Optional.empty();
  }

  /** A study measures its own trials, whose places nobody knows beforehand. */
  static void requireNoOtherModel(PlannedOptions options, String name, boolean other) {
    if (other) {
      throw options.invalid(
          name, "without another model: in a study, pairs of trials have 'connect'");
    }
  }
}
