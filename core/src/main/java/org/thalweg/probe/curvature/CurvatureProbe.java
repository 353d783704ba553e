package org.thalweg.probe.curvature;

import java.util.List;
import java.util.Optional;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.DiagonalBlock;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterBlock;
import org.thalweg.result.Cost;
import org.thalweg.result.LayerCurvature;
import org.thalweg.result.Outcome;
import org.thalweg.result.SpectralDensity;
import org.thalweg.result.SpectrumResult;
import org.thalweg.result.TraceEstimate;

/**
 * The curvature of the loss at a point: eigenvalues at the ends of the spectrum, trace and
 * Frobenius norm, spectral density, the blocks of single layers, or the whole spectrum; of the
 * Hessian, the Gauss–Newton matrix or a Fisher matrix; of all parameters or some.
 *
 * <p>Eigenvalues are algebraic, in units of loss per squared parameter.
 *
 * <p><b>Cost</b> in products with the matrix: 60 to 80 for seven eigenvalues ({@link
 * org.thalweg.linalg.Lanczos}); 40 and more for a trace, until it is as exact as asked for; probes
 * × steps for a density; the first two again for each layer; d for the whole spectrum of d
 * parameters; for errors over samples one for each eigenvalue and 20 for the trace.
 *
 * <p><b>When it misleads.</b> For networks that are piecewise linear in their parameters (ReLU, max
 * pooling) the Hessian ignores the kinks. Curvature depends on the parameterisation: rescaling one
 * layer up and the next down changes it while the function stays the same (Dinh et al. 2017).
 * Gauss–Newton and Fisher matrices have no negative eigenvalues, whatever the loss looks like. The
 * block of a layer knows nothing of how layers act together: the largest eigenvalue of the whole is
 * at least the largest of any block.
 */
public final class CurvatureProbe {
  private final CurvatureOptions options;

  public CurvatureProbe(CurvatureOptions options) {
    this.options = options;
  }

  /** Measures at the point under study. */
  public SpectrumResult measure(TwiceDifferentiableObjective objective) {
    try (Vector theta = objective.parameters()) {
      return measure(objective, theta, ProgressListener.silent(), new Cancellation());
    }
  }

  /** Measures at θ. Progress counts products of one part after another. */
  public SpectrumResult measure(
      TwiceDifferentiableObjective objective,
      Vector theta,
      ProgressListener progress,
      Cancellation cancellation) {
    Cost before = objective.cost();
    long start = System.nanoTime();
    ParameterBlock block = ParameterBlock.matching(objective.layout(), options.block());
    try (LinearOperator whole = options.matrix().at(objective, theta)) {
      LinearOperator matrix = restricted(whole, block);
      Optional<SpectrumSamplingError> sampling =
          options.samplingGroups() == 0
              ? Optional.empty()
              : Optional.of(
                  SpectrumSamplingError.of(options, objective, theta, cancellation::requested));
      BlockMeasurement measurement =
          new BlockMeasurement(options, matrix, block, progress, cancellation, sampling);
      SpectrumEigenvalues ends = measurement.eigenvalues();
      Optional<TraceEstimate> trace = measurement.trace();
      Optional<SpectralDensity> density = measurement.density();
      List<LayerCurvature> layers =
          options
              .eachLayer()
              .map(
                  estimation ->
                      LayerMeasurement.of(
                          whole, objective.layout(), options, estimation, progress, cancellation))
              .orElse(List.of());
      double seconds = (System.nanoTime() - start) / 1e9;
      int more = sampling.map(SpectrumSamplingError::products).orElse(0);
      return new SpectrumResult(
          options.matrix().text(),
          block.name(),
          block.dimension(),
          ends.method(),
          ends.top(),
          ends.bottom(),
          ends.all(),
          trace,
          density,
          layers,
          outcome(ends.outcome(), trace, density, layers, cancellation),
          objective.cost().minus(before).plus(new Cost(0, 0, more, seconds)));
    }
  }

  /** Rows and columns of the block. */
  static LinearOperator restricted(LinearOperator whole, ParameterBlock block) {
    return block.dimension() == whole.space().dimension()
        ? whole
        : DiagonalBlock.of(whole, BlockMeasurement.ranges(block));
  }

  private static Outcome outcome(
      Outcome ends,
      Optional<TraceEstimate> trace,
      Optional<SpectralDensity> density,
      List<LayerCurvature> layers,
      Cancellation cancellation) {
    Outcome worst = ends;
    if (trace.isPresent()) {
      worst = worse(worst, trace.get().trace().outcome());
    }
    if (density.isPresent()) {
      worst = worse(worst, density.get().outcome());
    }
    for (LayerCurvature layer : layers) {
      worst = worse(worst, layer.trace().outcome());
      worst = layer.top().converged() ? worst : worse(worst, Outcome.BUDGET_EXHAUSTED);
    }
    return cancellation.requested() ? Outcome.CANCELLED : worst;
  }

  /** Outcomes are declared from good to bad. */
  private static Outcome worse(Outcome a, Outcome b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
