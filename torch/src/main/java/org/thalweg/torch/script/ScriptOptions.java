package org.thalweg.torch.script;

import java.util.List;
import org.thalweg.torch.network.InputForm;

/**
 * How a TorchScript network is understood.
 *
 * @param parameters which of its parameters make up θ
 * @param output which tensor of its answer the loss reads
 * @param inputs its arguments, among which the features of a sample are divided in order; none for
 *     a single real argument of the shape of the features
 * @param mode evaluation or training
 * @param batchNorm which running statistics a probed point is evaluated with
 */
public record ScriptOptions(
    ParameterSelection parameters,
    OutputChoice output,
    List<ScriptInput> inputs,
    Mode mode,
    BatchNorm batchNorm) {
  public ScriptOptions {
    inputs = List.copyOf(inputs);
  }

  /** All parameters, one output, one real argument, evaluation mode. */
  public static ScriptOptions defaults() {
    return new ScriptOptions(
        ParameterSelection.all(), OutputChoice.only(), List.of(), Mode.EVALUATION, BatchNorm.KEEP);
  }

  public ScriptOptions withParameters(ParameterSelection value) {
    return new ScriptOptions(value, output, inputs, mode, batchNorm);
  }

  public ScriptOptions withOutput(OutputChoice value) {
    return new ScriptOptions(parameters, value, inputs, mode, batchNorm);
  }

  public ScriptOptions withInputs(List<ScriptInput> value) {
    return new ScriptOptions(parameters, output, value, mode, batchNorm);
  }

  public ScriptOptions withMode(Mode value) {
    return new ScriptOptions(parameters, output, inputs, value, batchNorm);
  }

  public ScriptOptions withBatchNorm(BatchNorm value) {
    return new ScriptOptions(parameters, output, inputs, mode, value);
  }

  /** The forms of the arguments for features of this shape. */
  List<InputForm> forms(List<Integer> featureShape) {
    return ScriptInput.forms(inputs, featureShape);
  }

  /** What {@code module.train(…)} sets. */
  public enum Mode {
    /** Dropout off, batch norm with its running statistics. */
    EVALUATION,
    /**
     * As in training. Networks whose answers depend on chance or whose buffers change from pass to
     * pass are refused.
     */
    TRAINING
  }

  /** Which running statistics belong to a point that is probed. */
  public enum BatchNorm {
    /** Those of the file, everywhere. */
    KEEP,
    /**
     * Those of the network at that point: the mean over the chunks of the data of what batch norm
     * measures in training mode, weighted by samples (Garipov et al. 2018). Costs one more pass for
     * each point; the values depend on the chunk size. Gradients and Hessians hold the statistics
     * fixed.
     */
    REESTIMATE
  }
}
