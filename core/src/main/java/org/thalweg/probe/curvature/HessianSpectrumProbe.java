package org.thalweg.probe.curvature;

import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Cost;
import org.thalweg.result.SpectrumResult;

/**
 * The largest and smallest eigenvalues of the Hessian of the loss at a point, with their
 * eigenvectors ({@link CurvatureProbe} has more, without vectors): how sharply it curves in the
 * steepest directions, and whether it curves downwards in any.
 *
 * <p>H = ∇²L(θ) of the mean loss, all parameters; Hv = λv, ‖v‖ = 1. Eigenvalues are algebraic, in
 * units of loss per squared parameter.
 *
 * <p><b>Cost.</b> Hessian-vector products as {@link Lanczos} says, typically 60 to 80 for the five
 * largest and two smallest eigenvalues to three digits; memory for the basis, about 80 to 120
 * vectors.
 *
 * <p><b>When it misleads.</b> For networks that are piecewise linear in their parameters (ReLU, max
 * pooling) H ignores the kinks. λ₁ depends on the parameterisation: rescaling one layer up and the
 * next down changes it while the function stays the same (Dinh et al. 2017). Batch statistics,
 * dropout and subsets of the data change the matrix itself.
 */
public final class HessianSpectrumProbe {
  private static final String ACTIVITY = "hessian";

  private final LanczosOptions options;

  public HessianSpectrumProbe(LanczosOptions options) {
    this.options = options;
  }

  /** The numbers at the point under study. */
  public SpectrumResult measure(TwiceDifferentiableObjective objective) {
    try (Vector theta = objective.parameters();
        Spectrum spectrum = measure(objective, theta)) {
      return spectrum.result();
    }
  }

  /** Measures at θ; the caller closes the result. */
  public Spectrum measure(TwiceDifferentiableObjective objective, Vector theta) {
    return measure(objective, theta, ProgressListener.silent(), new Cancellation());
  }

  /**
   * Measures at θ; the caller closes the result. Progress counts products; the total is unknown.
   */
  public Spectrum measure(
      TwiceDifferentiableObjective objective,
      Vector theta,
      ProgressListener progress,
      Cancellation cancellation) {
    Cost before = objective.cost();
    long start = System.nanoTime();
    try (LinearOperator hessian = objective.hessian(theta)) {
      Eigenpairs pairs =
          Lanczos.solve(
              hessian,
              options,
              (products, converged) -> progress.progress(ACTIVITY, products, -1),
              cancellation::requested);
      double seconds = (System.nanoTime() - start) / 1e9;
      Cost cost = objective.cost().minus(before).plus(new Cost(0, 0, 0, seconds));
      return new Spectrum(
          SpectrumResult.ofEnds(
              ACTIVITY,
              objective.layout().dimension(),
              EigenvalueMethod.LANCZOS.text(),
              SpectrumEigenvalues.values(pairs.top()),
              SpectrumEigenvalues.values(pairs.bottom()),
              pairs.outcome(),
              cost),
          pairs);
    }
  }
}
