package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;

/**
 * ℓ = (1/K) Σₖ [log(1 + e^fₖ) − yₖfₖ] for K independent yes-or-no questions whose logits are fₖ and
 * whose targets are from 0 to 1; labels count as the numbers 0 and 1.
 */
public record BinaryCrossEntropy() implements Loss {
  private static final long NO_REDUCTION = 0;

  @Override
  public String name() {
    return "bce";
  }

  @Override
  public Likelihood likelihood() {
    return Likelihood.NATURAL;
  }

  @Override
  public boolean classifies() {
    return false;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (TensorOptional none = new TensorOptional();
        Tensor flat = RealTargets.flat(outputs);
        Tensor losses =
            torch.binary_cross_entropy_with_logits(flat, targets, none, none, NO_REDUCTION)) {
      return losses.mean(1);
    }
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    if (targets instanceof Targets.Labels labels) {
      int width = labels.positions();
      float[] values = new float[labels.count() * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = labels.label(i / width, i % width);
      }
      return RealTargets.tensor(values, labels.count(), width, outputShape, precision);
    }
    return RealTargets.tensor(targets, outputShape, precision, name());
  }
}
