package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;

/**
 * ℓ = (1/K) Σₖ (fₖ − yₖ)² over the K outputs, so that the mean over samples is the mean over all
 * elements, as in PyTorch. There is no factor ½.
 */
public record MeanSquaredError() implements Loss {
  private static final long SUM = 2;

  @Override
  public String name() {
    return "mse";
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
    try (Tensor flat = RealTargets.flat(outputs);
        Tensor difference = torch.sub(flat, targets);
        Tensor squares = difference.square()) {
      return squares.mean(1);
    }
  }

  @Override
  public Tensor perSampleOfEach(Tensor outputs, Tensor targets) {
    Tensor squares = outputs.sub(targets.t().unsqueeze(0)).square_();
    return outputs.size(1) == 1 ? squares.squeeze(1) : squares.mean(1);
  }

  /** With a single output there is no mean to take over outputs. */
  @Override
  public Tensor sum(Tensor outputs, Tensor targets) {
    return outputs.dim() == 2 && outputs.size(1) == 1
        ? torch.mse_loss(outputs, targets, SUM)
        : Loss.super.sum(outputs, targets);
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    return RealTargets.tensor(targets, outputShape, precision, name());
  }
}
