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
 * @param norm ‖∇L‖₂
 * @param normByTensor the norm of the gradient of each named tensor, in parameter order
 */
public record GradientResult(
    double loss,
    double lossStandardError,
    double accuracy,
    double norm,
    Map<String, Double> normByTensor,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
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
    all.add(
        new Measurement("loss", loss, lossStandardError, "standard error over samples", outcome));
    all.add(new Measurement("accuracy", accuracy, Double.NaN, "", outcome));
    all.add(new Measurement("gradient norm ‖∇L‖₂", norm, Double.NaN, "", outcome));
    return all;
  }
}
