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
 */
public record ScriptOptions(
    ParameterSelection parameters, OutputChoice output, List<ScriptInput> inputs, Mode mode) {
  public ScriptOptions {
    inputs = List.copyOf(inputs);
  }

  /** All parameters, one output, one real argument, evaluation mode. */
  public static ScriptOptions defaults() {
    return new ScriptOptions(
        ParameterSelection.all(), OutputChoice.only(), List.of(), Mode.EVALUATION);
  }

  public ScriptOptions withParameters(ParameterSelection value) {
    return new ScriptOptions(value, output, inputs, mode);
  }

  public ScriptOptions withOutput(OutputChoice value) {
    return new ScriptOptions(parameters, value, inputs, mode);
  }

  public ScriptOptions withInputs(List<ScriptInput> value) {
    return new ScriptOptions(parameters, output, value, mode);
  }

  public ScriptOptions withMode(Mode value) {
    return new ScriptOptions(parameters, output, inputs, value);
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
     * As in training. Networks whose loss depends on chance or on earlier passes are refused; see
     * {@link ScriptNetwork#requireStateless}.
     */
    TRAINING
  }
}
