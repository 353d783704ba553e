package org.thalweg.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and gradient at a point.
 *
 * @param loss mean loss
 * @param lossStandardError its standard error over the samples
 * @param accuracy share of right answers, NaN where the task has none
 * @param accuracyStandardError √(a(1 − a)/(N − 1)) for N samples; exact for one answer each, an
 *     upper bound where a sample has several
 * @param norm ‖∇L‖₂
 * @param normByTensor the norm of the gradient of each named tensor, in parameter order
 */
public record GradientResult(
    double loss,
    double lossStandardError,
    double accuracy,
    double accuracyStandardError,
    double norm,
    Map<String, Double> normByTensor,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  private static final String STANDARD_ERROR = "standard error over samples";

  public GradientResult {
    normByTensor = Collections.unmodifiableMap(new LinkedHashMap<>(normByTensor));
  }

  @Override
  public String probe() {
    return "gradient";
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(new Measurement("loss", loss, lossStandardError, STANDARD_ERROR, outcome));
    all.add(new Measurement("accuracy", accuracy, accuracyStandardError, STANDARD_ERROR, outcome));
    all.add(new Measurement("gradient norm ‖∇L‖₂", norm, Double.NaN, "", outcome));
    return all;
  }
}
