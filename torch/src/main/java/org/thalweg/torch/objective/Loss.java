package org.thalweg.torch.objective;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.thalweg.data.Targets;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Precision;

/**
 * How far an answer is from its target, one number for each sample. The loss of data is the mean of
 * these over the samples, as PyTorch's {@code reduction="mean"} has it.
 */
public sealed interface Loss permits CrossEntropy, MeanSquaredError {
  /** As the command line knows it. */
  String name();

  /**
   * ℓₙ for each sample of a batch: shape {@code [batch]}.
   *
   * @param outputs batch × outputs
   * @param targets rows of what {@link #tensor} made
   */
  Tensor perSample(Tensor outputs, Tensor targets);

  /**
   * The targets in the form that {@link #perSample} reads.
   *
   * @param outputs numbers in an answer of the network
   * @throws ThalwegException {@code DIMENSION_MISMATCH} if the targets do not fit the answers
   */
  Tensor tensor(Targets targets, int outputs, Precision precision);

  /** Whether an answer is right when its largest number stands at the label. */
  boolean classifies();

  /** The usual loss for these targets: cross-entropy for labels, squared error for numbers. */
  static Loss fitting(Targets targets) {
    return targets instanceof Targets.Labels ? new CrossEntropy() : new MeanSquaredError();
  }

  /**
   * The loss of that name.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME}
   */
  static Loss named(String name) {
    List<Loss> losses = List.of(new CrossEntropy(), new MeanSquaredError());
    return losses.stream()
        .filter(loss -> loss.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ThalwegException.of(ErrorCode.UNKNOWN_NAME)
                    .expected("one of " + losses.stream().map(Loss::name).toList())
                    .found("'" + name + "'")
                    .next("leave the loss out to get the one that fits the targets"));
  }
}
