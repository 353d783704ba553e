package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;

/** ℓ = (1/K) Σₖ |fₖ − yₖ| over the K outputs; its curvature in f is zero where it has one. */
public record AbsoluteError() implements Loss {
  @Override
  public String name() {
    return "l1";
  }

  @Override
  public boolean curved() {
    return false;
  }

  @Override
  public boolean classifies() {
    return false;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (Tensor flat = RealTargets.flat(outputs);
        Tensor difference = torch.sub(flat, targets);
        Tensor absolute = difference.abs()) {
      return absolute.mean(1);
    }
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    return RealTargets.tensor(targets, outputShape, precision, name());
  }
}
