package org.thalweg.torch.objective;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;

/** ℓ = −log softmax(f)ᵧ for the label y, in nats. */
public record CrossEntropy() implements Loss {
  private static final long NO_REDUCTION = 0;
  private static final long NO_LABEL_IGNORED = -100;

  @Override
  public String name() {
    return "cross-entropy";
  }

  @Override
  public boolean classifies() {
    return true;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (TensorOptional weight = new TensorOptional()) {
      return torch.cross_entropy_loss(outputs, targets, weight, NO_REDUCTION, NO_LABEL_IGNORED, 0);
    }
  }

  @Override
  public Tensor tensor(Targets targets, int outputs, Precision precision) {
    if (!(targets instanceof Targets.Labels labels)) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a label for each sample, as cross-entropy needs it")
          .found("targets that are real numbers")
          .next("use the loss mse");
    }
    if (labels.classes() != outputs) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one output of the network for each of " + labels.classes() + " classes")
          .found(outputs + " outputs")
          .next("use a network with " + labels.classes() + " outputs, or other data");
    }
    long[] values = new long[labels.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = labels.label(i);
      if (values[i] < 0 || values[i] >= outputs) {
        throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
            .expected("labels from 0 to " + (outputs - 1))
            .found("label " + values[i] + " at sample " + i)
            .next("number the classes from 0");
      }
    }
    return TensorArrays.of(values);
  }
}
