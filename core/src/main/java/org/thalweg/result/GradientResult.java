package org.thalweg.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param noise how the gradients of single samples scatter, if asked for
 * @param overlap the share of the gradient in the top eigenspace of the Hessian, if asked for
 */
public record GradientResult(
    double loss,
    double lossStandardError,
    double accuracy,
    double accuracyStandardError,
    double norm,
    Map<String, Double> normByTensor,
    Optional<GradientNoise> noise,
    Optional<EigenspaceOverlap> overlap,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  private static final String STANDARD_ERROR = "standard error over samples";

  private static final SampleEstimate UNKNOWN = new SampleEstimate(Double.NaN, Double.NaN);

  public GradientResult {
    normByTensor = Collections.unmodifiableMap(new LinkedHashMap<>(normByTensor));
  }

  /** Loss and gradient alone. */
  public GradientResult(
      double loss,
      double lossStandardError,
      double accuracy,
      double accuracyStandardError,
      double norm,
      Map<String, Double> normByTensor,
      Outcome outcome,
      Cost cost) {
    this(
        loss,
        lossStandardError,
        accuracy,
        accuracyStandardError,
        norm,
        normByTensor,
        Optional.empty(),
        Optional.empty(),
        outcome,
        cost);
  }

  /** The same with more about the gradient. */
  public GradientResult with(
      Optional<GradientNoise> noise,
      Optional<EigenspaceOverlap> overlap,
      Outcome outcome,
      Cost cost) {
    return new GradientResult(
        loss,
        lossStandardError,
        accuracy,
        accuracyStandardError,
        norm,
        normByTensor,
        noise,
        overlap,
        outcome,
        cost);
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
    double normError = noise.map(GradientNoise::norm).orElse(UNKNOWN).standardError();
    all.add(new SampleEstimate(norm, normError).measurement("gradient norm ‖∇L‖₂", outcome));
    noise.ifPresent(part -> all.addAll(part.measurements()));
    overlap.ifPresent(part -> all.addAll(part.measurements()));
    return all;
  }
}
