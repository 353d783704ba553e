package org.thalweg.app.request;

/**
 * What has to be said of a TorchScript file that a run folder would have recorded.
 *
 * @param data what the network is evaluated on, as {@code data list} names it
 * @param loss name of the loss, a TorchScript file of one's own, or {@code auto}
 * @param output which tensor of the answer the loss reads; empty for the only one
 * @param inputs arguments among which the features are divided, e.g. {@code int}; empty for one
 *     real argument
 * @param parameters pattern of the parameters that make up θ; {@code *} for all
 * @param reestimate whether running statistics of batch norm are computed anew at every point
 */
public record ScriptChoice(
    String data, String loss, String output, String inputs, String parameters, boolean reestimate)
    implements FileChoice {
  public static final String ALL = "*";

  /** Everything by default but the data. */
  public static ScriptChoice of(String data) {
    return new ScriptChoice(data, AUTO, "", "", ALL, false);
  }
}
