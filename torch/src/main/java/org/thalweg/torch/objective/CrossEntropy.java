package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;

/**
 * ℓ = −log softmax(f)ᵧ for the label y, in nats.
 *
 * <p>As PyTorch has it, classes are the first dimension of an answer, and further dimensions are
 * positions with a label each: batch × classes × positions against batch × positions. The loss of
 * the data is the mean over all positions that count; a sample's share in it is what its positions
 * add. With label smoothing ε, ℓ = (1 − ε)(−log pᵧ) + (ε/C) Σ꜀ (−log p꜀).
 *
 * @param ignoredLabel positions with this label do not count
 * @param labelSmoothing ε, from 0 to 1
 * @param positions how many positions count in all, divided by the samples; 0 for all that there
 *     are
 */
public record CrossEntropy(int ignoredLabel, double labelSmoothing, double positions)
    implements Loss {
  /** The ignored label of a loss for which every position counts; PyTorch's default. */
  public static final int NONE_IGNORED = -100;

  private static final long NO_REDUCTION = 0;
  private static final long SUM = 2;

  public CrossEntropy {
    if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("label smoothing from 0 to 1")
          .found(String.valueOf(labelSmoothing))
          .next("leave it out for none");
    }
  }

  public CrossEntropy() {
    this(NONE_IGNORED, 0);
  }

  public CrossEntropy(int ignoredLabel, double labelSmoothing) {
    this(ignoredLabel, labelSmoothing, 0);
  }

  @Override
  public String name() {
    String options =
        (labelSmoothing == 0 ? "" : ",smoothing=" + labelSmoothing)
            + (ignoredLabel == NONE_IGNORED ? "" : ",ignore=" + ignoredLabel);
    return options.isEmpty() ? "cross-entropy" : "cross-entropy:" + options.substring(1);
  }

  @Override
  public Likelihood likelihood() {
    return Likelihood.NATURAL;
  }

  @Override
  public boolean classifies() {
    return true;
  }

  @Override
  public Tensor perSample(Tensor outputs, Tensor targets) {
    if (isPlain() && outputs.dim() == 2 && !GradMode.is_enabled()) {
      return manyAtOnce(outputs.t().contiguous().unsqueeze(0), targets).squeeze(0);
    }
    try (TensorOptional weight = new TensorOptional()) {
      Tensor losses =
          torch.cross_entropy_loss(
              outputs, targets, weight, NO_REDUCTION, ignoredLabel, labelSmoothing);
      return overPositions(losses, positions);
    }
  }

  @Override
  public Tensor sum(Tensor outputs, Tensor targets) {
    if (!isPlain() || outputs.dim() != 2) {
      return Loss.super.sum(outputs, targets);
    }
    try (TensorOptional weight = new TensorOptional()) {
      return torch.cross_entropy_loss(outputs, targets, weight, SUM, ignoredLabel, labelSmoothing);
    }
  }

  private boolean isPlain() {
    return labelSmoothing == 0 && ignoredLabel == NONE_IGNORED && positions == 0;
  }

  @Override
  public Tensor perSampleOfEach(Tensor outputs, Tensor targets) {
    return isPlain() ? manyAtOnce(outputs, targets) : Loss.super.perSampleOfEach(outputs, targets);
  }

  /**
   * log Σ꜀ exp(f꜀ − max f) + (max f − fᵧ), points × batch from points × classes × batch, for
   * answers whose classes are few: with the classes across rather than along memory, the sums over
   * them run over many samples at a time, five times as fast. As exact as the usual way: both terms
   * are at least zero.
   */
  private static Tensor manyAtOnce(Tensor outputs, Tensor labels) {
    Tensor shifted = outputs.sub(outputs.amax(new long[] {1}, true));
    Tensor chosen = labels.view(1, 1, -1).expand(outputs.size(0), 1, -1);
    Tensor right = shifted.gather(1, chosen).squeeze(1);
    return shifted.exp_().sum(1).log_().sub_(right);
  }

  @Override
  public Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision) {
    return LabelTargets.tensor(targets, outputShape, ignoredLabel, "cross-entropy");
  }

  @Override
  public CrossEntropy over(Targets targets) {
    return new CrossEntropy(
        ignoredLabel, labelSmoothing, LabelTargets.positions(targets, ignoredLabel));
  }

  /** Batch × positions, or one position for each of a batch, to one number for each sample. */
  static Tensor overPositions(Tensor losses, double positions) {
    if (losses.dim() == 1 && positions == 0) {
      return losses;
    }
    try (Tensor flat = losses.dim() == 1 ? losses.unsqueeze(1) : losses.flatten(1, -1)) {
      if (positions == 0) {
        return flat.mean(1);
      }
      try (Tensor sum = flat.sum(1);
          Scalar share = new Scalar(1 / positions)) {
        return sum.mul(share);
      }
    }
  }
}
