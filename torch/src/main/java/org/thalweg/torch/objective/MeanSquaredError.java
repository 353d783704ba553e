package org.thalweg.torch.objective;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;
import org.thalweg.torch.engine.TensorArrays;

/**
 * ℓ = (1/K) Σₖ (fₖ − yₖ)² over the K outputs, so that the mean over samples is the mean over all
 * elements, as in PyTorch. There is no factor ½.
 */
public record MeanSquaredError() implements Loss {
  @Override
  public String name() {
    return "mse";
  }

  @Override
  public boolean classifies() {
    return false;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (Tensor difference = torch.sub(outputs, targets);
        Tensor squares = difference.square()) {
      return squares.mean(1);
    }
  }

  @Override
  public Tensor tensor(Targets targets, int outputs, Precision precision) {
    if (!(targets instanceof Targets.Reals reals)) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("real numbers as targets, as the squared error needs them")
          .found("labels")
          .next("use the loss cross-entropy");
    }
    int width = reals.shape().stream().reduce(1, Math::multiplyExact);
    if (width != outputs) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("one output of the network for each of " + width + " target components")
          .found(outputs + " outputs")
          .next("use a network with " + width + " outputs, or other data");
    }
    float[] values = new float[Math.multiplyExact(reals.count(), width)];
    for (int i = 0; i < reals.count(); i++) {
      reals.copy(i, values, i * width);
    }
    try (Tensor single = TensorArrays.of(values, reals.count(), width)) {
      return single.to(TensorArrays.scalarType(precision));
    }
  }
}
