package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.torch.engine.TensorArrays;

/** Labels as a tensor, checked against the answers of a network. */
final class LabelTargets {
  private LabelTargets() {}

  /** int64, batch × positions. */
  static Tensor tensor(Targets targets, List<Integer> outputShape, int ignoredLabel, String loss) {
    if (!(targets instanceof Targets.Labels labels)) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a label for each sample, as " + loss + " needs it")
          .found("targets that are real numbers")
          .next("use the loss mse");
    }
    requireShape(labels, outputShape);
    int classes = outputShape.get(0);
    int positions = labels.positions();
    long[] values = new long[labels.count() * positions];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels.label(i / positions, i % positions);
      if ((values[i] < 0 || values[i] >= classes) && values[i] != ignoredLabel) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected("labels from 0 to " + (classes - 1))
            .found("label " + values[i] + " at sample " + i / positions)
            .next("number the classes from 0, or name the label to ignore: " + loss + ":ignore=…");
      }
    }
    long[] shape = new long[labels.shape().size() + 1];
    shape[0] = labels.count();
    for (int i = 1; i < shape.length; i++) {
      shape[i] = labels.shape().get(i - 1);
    }
    try (Tensor flat = TensorArrays.of(values)) {
      return flat.view(shape);
    }
  }

  /** Positions that count, divided by the samples; 0 if all of them do. */
  static double positions(Targets targets, int ignoredLabel) {
    if (!(targets instanceof Targets.Labels labels)) {
      return 0;
    }
    long counting = 0;
    for (int sample = 0; sample < labels.count(); sample++) {
      for (int position = 0; position < labels.positions(); position++) {
        counting += labels.label(sample, position) == ignoredLabel ? 0 : 1;
      }
    }
    if (counting == (long) labels.count() * labels.positions()) {
      return 0;
    }
    if (counting == 0) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("at least one label that counts")
          .found("only the ignored label " + ignoredLabel)
          .next("name another label to ignore, or none");
    }
    return (double) counting / labels.count();
  }

  private static void requireShape(Targets.Labels labels, List<Integer> outputShape) {
    boolean fits =
        !outputShape.isEmpty()
            && outputShape.subList(1, outputShape.size()).equals(labels.shape())
            && (labels.classes() == outputShape.get(0)
                || (labels.positions() > 1 && labels.classes() < outputShape.get(0)));
    if (!fits) {
      String one = labels.positions() == 1 ? "" : " at each of " + labels.shape() + " positions";
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one output of the network for each of " + labels.classes() + " classes" + one)
          .found(
              outputShape.size() == 1
                  ? outputShape.get(0) + " outputs"
                  : "answers of shape " + outputShape + "; classes are the first dimension")
          .next("use a network with " + labels.classes() + " outputs, or other data");
    }
  }
}
