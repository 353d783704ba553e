package org.thalweg.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The spectrum of a symmetric matrix, as far as it was asked for: eigenvalues at its ends, all of
 * them, trace, density, and the blocks of single layers.
 *
 * @param matrix which matrix, e.g. {@code "hessian"}
 * @param block which parameters: {@code "all"} or a pattern of tensor names
 * @param dimension rows of the matrix
 * @param method how the eigenvalues were found; empty if none were asked for
 * @param top the largest, in descending order
 * @param bottom the smallest, in ascending order
 * @param spectrum all eigenvalues, in descending order, or none
 * @param trace trace and Frobenius norm, if asked for
 * @param density the distribution of the eigenvalues, if asked for
 * @param layers the diagonal block of each layer, if asked for
 */
public record SpectrumResult(
    String matrix,
    String block,
    int dimension,
    String method,
    List<Eigenvalue> top,
    List<Eigenvalue> bottom,
    Values spectrum,
    Optional<TraceEstimate> trace,
    Optional<SpectralDensity> density,
    List<LayerCurvature> layers,
    Outcome outcome,
    Cost cost)
    implements ProbeResult {
  public SpectrumResult {
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
    layers = List.copyOf(layers);
  }

  /** Only eigenvalues at the ends, of the whole matrix. */
  public static SpectrumResult ofEnds(
      String matrix,
      int dimension,
      String method,
      List<Eigenvalue> top,
      List<Eigenvalue> bottom,
      Outcome outcome,
      Cost cost) {
    return new SpectrumResult(
        matrix,
        "all",
        dimension,
        method,
        top,
        bottom,
        Values.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        outcome,
        cost);
  }

  @Override
  public String probe() {
    return "hessian";
  }

  /** Minimum, saddle or maximum, and what is certain about it. */
  public Definiteness definiteness() {
    return Definiteness.of(this);
  }

  /** λ_max/λ_min, and the like for absolute values. */
  public Conditioning conditioning() {
    return Conditioning.of(this);
  }

  /** Whether no eigenvalue is missing. */
  boolean knowsAll() {
    return dimension > 0 && known().count() >= dimension;
  }

  /** Each eigenvalue that is known, once. */
  Stream<Eigenvalue> known() {
    if (spectrum.size() > 0) {
      double residual =
          Stream.concat(top.stream(), bottom.stream())
              .mapToDouble(Eigenvalue::residual)
              .max()
              .orElse(0);
      return spectrum.stream().mapToObj(value -> new Eigenvalue(value, residual, true));
    }
    // Where both ends meet, they share eigenvalues.
    int shared = Math.max(0, top.size() + bottom.size() - dimension);
    int fromBottom = Math.max(0, bottom.size() - shared);
    return Stream.concat(top.stream(), bottom.stream().limit(fromBottom));
  }

  @Override
  public List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < top.size(); i++) {
      all.add(measurement("λ " + (i + 1) + " (largest)", top.get(i)));
    }
    for (int i = 0; i < bottom.size(); i++) {
      all.add(measurement("λ −" + (i + 1) + " (smallest)", bottom.get(i)));
    }
    trace.ifPresent(part -> all.addAll(part.measurements()));
    density.ifPresent(part -> all.addAll(part.measurements()));
    addSamplingErrors(all);
    if (!top.isEmpty() && !bottom.isEmpty()) {
      Definiteness signs = definiteness();
      all.add(Measurement.exact("negative eigenvalues found", signs.negative(), outcome));
      all.add(
          Measurement.exact(
              "negative eigenvalues, certain at least", signs.certainNegative(), outcome));
      all.addAll(conditioning().measurements(outcome));
    }
    for (LayerCurvature layer : layers) {
      all.add(measurement("λ 1 (largest) of layer " + layer.layer(), layer.top()));
      all.add(layer.trace().measurement("trace of layer " + layer.layer()));
    }
    return all;
  }

  /** A second row for numbers whose error over samples is known too. */
  private void addSamplingErrors(List<Measurement> all) {
    for (int i = 0; i < top.size(); i++) {
      addSamplingError("λ " + (i + 1) + " (largest), over samples", top.get(i), all);
    }
    for (int i = 0; i < bottom.size(); i++) {
      addSamplingError("λ −" + (i + 1) + " (smallest), over samples", bottom.get(i), all);
    }
    trace
        .filter(part -> !Double.isNaN(part.samplingError()))
        .ifPresent(
            part ->
                all.add(
                    new SampleEstimate(part.trace().value(), part.samplingError())
                        .measurement("trace, over samples", part.trace().outcome())));
  }

  private static void addSamplingError(String name, Eigenvalue eigenvalue, List<Measurement> all) {
    if (!Double.isNaN(eigenvalue.standardError())) {
      all.add(
          new SampleEstimate(eigenvalue.value(), eigenvalue.standardError())
              .measurement(name, Outcome.CONVERGED));
    }
  }

  private static Measurement measurement(String name, Eigenvalue eigenvalue) {
    return new Measurement(
        name,
        eigenvalue.value(),
        eigenvalue.residual(),
        "residual ‖Hv − λv‖",
        eigenvalue.converged() ? Outcome.CONVERGED : Outcome.BUDGET_EXHAUSTED);
  }
}
