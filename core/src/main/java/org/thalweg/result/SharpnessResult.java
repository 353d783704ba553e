package org.thalweg.result;

import java.util.List;
import java.util.Optional;

/**
 * Several definitions of sharpness at one point.
 *
 * @param loss L(θ)
 * @param lossStandardError its standard error over the samples
 * @param parameterNorm ‖θ‖₂, to compare absolute radii with
 * @param values one for each measure that was finished, in the order asked for, those that do not
 *     apply included
 * @param outcome cancelled if measures are missing; not applicable if none applies; else the worst
 *     ending of those that do
 */
public record SharpnessResult(
    double loss,
    double lossStandardError,
    double parameterNorm,
    List<SharpnessValue> values,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public SharpnessResult {
    values = List.copyOf(values);
  }

  @Override
  public String probe() {
    return "sharpness";
  }

  /** The value of this measure, if it was finished. */
  public Optional<SharpnessValue> value(String measure) {
    return values.stream().filter(value -> value.measure().equals(measure)).findFirst();
  }

  @Override
  public List<Measurement> measurements() {
    return values.stream().map(SharpnessValue::measurement).toList();
  }
}
