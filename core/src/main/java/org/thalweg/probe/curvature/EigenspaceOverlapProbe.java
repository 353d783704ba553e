package org.thalweg.probe.curvature;

import java.util.List;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.SampledObjective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.EigenspaceOverlap;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.SampleEstimate;

/**
 * The share of the squared gradient norm that lies in the space of the k largest eigenvalues of the
 * Hessian: Σᵢ ⟨vᵢ, ∇L⟩²/‖∇L‖², between 0 and 1 (Gur-Ari, Roberts and Dyer 2018). A random direction
 * has k/d on average.
 *
 * <p><b>Cost.</b> Products of {@link Lanczos}, one gradient, and one pass like a product for the
 * standard error, where the loss is known sample by sample.
 *
 * <p><b>When it misleads.</b> Where λₖ and λₖ₊₁ are close, the space itself is arbitrary. Near a
 * stationary point the gradient of the data is mostly the noise of a finite sample, which lies in
 * that space too; the standard error, which leaves the eigenvectors fixed, shows the former only.
 */
public final class EigenspaceOverlapProbe {
  private static final String ACTIVITY = "top eigenspace";

  private final LanczosOptions options;

  /** With the largest eigenvalues that these options ask for. */
  public EigenspaceOverlapProbe(LanczosOptions options) {
    this.options = options;
  }

  /** Measures at θ. */
  public EigenspaceOverlap measure(TwiceDifferentiableObjective objective, Vector theta) {
    return measure(objective, theta, ProgressListener.silent(), new Cancellation());
  }

  /** Measures at θ; progress counts products, the total is unknown. */
  public EigenspaceOverlap measure(
      TwiceDifferentiableObjective objective,
      Vector theta,
      ProgressListener progress,
      Cancellation cancellation) {
    Eigenpairs found;
    try (LinearOperator hessian = objective.hessian(theta)) {
      found =
          Lanczos.solve(
              hessian,
              options,
              (products, converged) -> progress.progress(ACTIVITY, products, -1),
              cancellation::requested);
    }
    try (Eigenpairs pairs = found) {
      return overlap(objective, theta, pairs);
    }
  }

  private static EigenspaceOverlap overlap(
      TwiceDifferentiableObjective objective, Vector theta, Eigenpairs pairs) {
    List<Eigenvalue> eigenvalues =
        pairs.top().stream()
            .map(pair -> new Eigenvalue(pair.value(), pair.residual(), pair.converged()))
            .toList();
    double chance = (double) eigenvalues.size() / objective.layout().dimension();
    if (pairs.outcome() == Outcome.CANCELLED || eigenvalues.isEmpty()) {
      SampleEstimate none = new SampleEstimate(Double.NaN, Double.NaN);
      return new EigenspaceOverlap(eigenvalues, none, chance, pairs.outcome());
    }
    try (Vector gradient = objective.space().zeros();
        Vector inside = objective.space().zeros()) {
      objective.gradient(theta, gradient);
      double part = 0;
      for (Eigenpair pair : pairs.top()) {
        double component = pair.vector().dot(gradient);
        inside.axpy(component, pair.vector());
        part += component * component;
      }
      double square = gradient.dot(gradient);
      double share = part / square;
      SampleEstimate estimate =
          objective instanceof SampledObjective sampled
              ? estimate(sampled, theta, inside.axpy(-share, gradient), share, square)
              : new SampleEstimate(share, Double.NaN);
      Outcome outcome = Double.isFinite(share) ? pairs.outcome() : Outcome.NON_FINITE;
      return new EigenspaceOverlap(eigenvalues, estimate, chance, outcome);
    }
  }

  /** The derivative of ‖Pg‖²/‖g‖² with respect to g is 2(Pg − share·g)/‖g‖². */
  private static SampleEstimate estimate(
      SampledObjective objective, Vector theta, Vector change, double share, double square) {
    double[] slopes = objective.sampleSlopes(theta, change);
    return SampleMoments.estimate(share, slopes.length, n -> 2 * slopes[n] / square);
  }
}
