package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;

/** Real targets as a tensor of samples × components, and losses that compare component-wise. */
final class RealTargets {
  private RealTargets() {}

  static Tensor tensor(
      Targets targets, List<Integer> outputShape, Precision precision, String loss) {
    if (!(targets instanceof Targets.Reals reals)) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("real numbers as targets, as " + loss + " needs them")
          .found("labels")
          .next("use the loss cross-entropy");
    }
    int width = size(reals.shape());
    float[] values = new float[Math.multiplyExact(reals.count(), width)];
    for (int i = 0; i < reals.count(); i++) {
      reals.copy(i, values, i * width);
    }
    return tensor(values, reals.count(), width, outputShape, precision);
  }

  static Tensor tensor(
      float[] values, int count, int width, List<Integer> outputShape, Precision precision) {
    int outputs = size(outputShape);
    if (width != outputs) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one output of the network for each of " + width + " target components")
          .found(outputs + " outputs")
          .next("use a network with " + width + " outputs, or other data");
    }
    try (Tensor single = TensorArrays.of(values, count, width)) {
      return single.to(TensorArrays.scalarType(precision));
    }
  }

  /** Answers as samples × components. */
  static Tensor flat(Tensor outputs) {
    return outputs.reshape(outputs.size(0), -1);
  }

  private static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
