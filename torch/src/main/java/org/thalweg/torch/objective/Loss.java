package org.thalweg.torch.objective;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Targets;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;

/**
 * How far an answer is from its target, one number for each sample. The loss of data is the mean of
 * these over the samples, as PyTorch's {@code reduction="mean"} has it.
 */
public interface Loss {
  /** As the command line knows it. */
  String name();

  /**
   * ℓₙ for each sample of a batch: shape {@code [batch]}.
   *
   * @param outputs batch × output shape
   * @param targets rows of what {@link #tensor} made
   */
  Tensor perSample(Tensor outputs, Tensor targets);

  /**
   * ℓₙ for each sample of a batch at several points: points × batch, in the innermost scope.
   * Without a graph.
   *
   * @param outputs points × outputs × batch, of a network that answers with a vector
   * @param targets rows of what {@link #tensor} made, one for each sample of the batch
   */
  default Tensor perSampleOfEach(Tensor outputs, Tensor targets) {
    long points = outputs.size(0);
    long[] repeats = new long[Math.toIntExact(targets.dim())];
    Arrays.fill(repeats, 1);
    repeats[0] = points;
    Tensor rows = outputs.transpose(1, 2).flatten(0, 1);
    return perSample(rows, targets.repeat(repeats)).view(points, -1);
  }

  /**
   * Σₙ ℓₙ, with fewer operations where there are; a single number. The gradients are those of the
   * sum of {@link #perSample}, up to rounding.
   */
  default Tensor sum(Tensor outputs, Tensor targets) {
    try (Tensor losses = perSample(outputs, targets)) {
      return losses.sum();
    }
  }

  /**
   * The targets in the form that {@link #perSample} reads.
   *
   * @param outputShape shape of one sample's answer
   * @throws ThalwegException {@code DIMENSION_MISMATCH} if the targets do not fit the answers
   */
  Tensor tensor(Targets targets, List<Integer> outputShape, Precision precision);

  /**
   * This loss for the mean over these targets; a loss that leaves some positions out divides by the
   * number of those that count.
   */
  default Loss over(Targets targets) {
    return this;
  }

  /** Whether {@link #perSample} tells samples apart; otherwise there is no standard error. */
  default boolean tellsSamplesApart() {
    return true;
  }

  /** What it is as the negative logarithm of a density of the target. */
  default Likelihood likelihood() {
    return Likelihood.NONE;
  }

  /** Whether it curves in the answer; if not, Gauss–Newton matrices are zero. */
  default boolean curved() {
    return true;
  }

  /** The label of positions that do not count, neither for the loss nor for the accuracy. */
  default int ignoredLabel() {
    return CrossEntropy.NONE_IGNORED;
  }

  /** Whether an answer is right when its largest number stands at the label. */
  boolean classifies();

  /** The usual loss for these targets: cross-entropy for labels, squared error for numbers. */
  static Loss fitting(Targets targets) {
    return targets instanceof Targets.Labels ? new CrossEntropy() : new MeanSquaredError();
  }

  /**
   * The loss of that name, with options behind a colon: {@code cross-entropy}, {@code
   * cross-entropy:smoothing=0.1,ignore=0}, {@code nll:ignore=0}, {@code mse}, {@code l1}, {@code
   * huber:delta=2}, {@code bce}.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME}; {@code INVALID_OPTION}
   */
  static Loss named(String name) {
    return LossNames.parse(name);
  }
}
