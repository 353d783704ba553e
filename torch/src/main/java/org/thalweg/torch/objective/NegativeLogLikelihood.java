package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.linalg.Precision;

/**
 * ℓ = −fᵧ for the label y: for networks whose answers are log-probabilities. Dimensions, ignored
 * labels and the mean as in {@link CrossEntropy}.
 *
 * @param ignoredLabel positions with this label do not count
 * @param positions as in {@link CrossEntropy}
 */
public record NegativeLogLikelihood(int ignoredLabel, double positions) implements Loss {
  private static final long NO_REDUCTION = 0;

  public NegativeLogLikelihood(int ignoredLabel) {
    this(ignoredLabel, 0);
  }

  @Override
  public String name() {
    return ignoredLabel == CrossEntropy.NONE_IGNORED ? "nll" : "nll:ignore=" + ignoredLabel;
  }

  @Override
  public Likelihood likelihood() {
    return Likelihood.LOG_PROBABILITIES;
  }

  @Override
  public boolean curved() {
    return false;
  }

  @Override
  public boolean classifies() {
    return true;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    try (TensorOptional weight = new TensorOptional()) {
      return CrossEntropy.overPositions(
          torch.nll_loss_nd(outputs, targets, weight, NO_REDUCTION, ignoredLabel), positions);
    }
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    return LabelTargets.tensor(targets, outputShape, ignoredLabel, "nll");
  }

  @Override
  public NegativeLogLikelihood over(Targets targets) {
    return new NegativeLogLikelihood(ignoredLabel, LabelTargets.positions(targets, ignoredLabel));
  }
}
