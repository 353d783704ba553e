package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;

/**
 * ℓ = (1/K) Σₖ h(fₖ − yₖ) over the K outputs, with h(e) = e²/2 for |e| ≤ δ and δ(|e| − δ/2) beyond
 * (Huber 1964).
 *
 * @param delta δ &gt; 0
 */
public record HuberLoss(double delta) implements Loss {
  private static final long NO_REDUCTION = 0;

  public HuberLoss {
    if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a positive delta")
          .found(String.valueOf(delta))
          .next("leave it out for 1");
    }
  }

  @Override
  public String name() {
    return delta == 1 ? "huber" : "huber:delta=" + delta;
  }

  @Override
  public boolean classifies() {
    return false;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (Tensor flat = RealTargets.flat(outputs);
        Tensor losses = torch.huber_loss(flat, targets, NO_REDUCTION, delta)) {
      return losses.mean(1);
    }
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    return RealTargets.tensor(targets, outputShape, precision, name());
  }
}
