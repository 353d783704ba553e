package org.thalweg.probe.slice;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.linalg.VectorSpace;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.parameter.ParameterLayout;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;

/**
 * An objective seen through the ends of its Hessian's spectrum, so that workers and ledgers for
 * losses serve for curvature too: "loss" is λ_max, "standard error" λ_min, "accuracy" the larger
 * relative residual of the two.
 */
final class SpectrumEndsObjective implements Objective {
  /** Eigenvalues below this share of the larger end count as zero when residuals are relative. */
  private static final double NEGLIGIBLE = 1e-4;

  private final TwiceDifferentiableObjective objective;
  private final LanczosOptions options;
  private final @Nullable Vector start;
  private final BooleanSupplier cancelled;
  private final boolean owner;

  /** Borrows the objective and the start vector, which is null for random starts. */
  SpectrumEndsObjective(
      TwiceDifferentiableObjective objective,
      LanczosOptions options,
      @Nullable Vector start,
      BooleanSupplier cancelled) {
    this(objective, options, start, cancelled, false);
  }

  private SpectrumEndsObjective(
      TwiceDifferentiableObjective objective,
      LanczosOptions options,
      @Nullable Vector start,
      BooleanSupplier cancelled,
      boolean owner) {
    this.objective = objective;
    this.options = options;
    this.start = start;
    this.cancelled = cancelled;
    this.owner = owner;
  }

  @Override
  public Evaluation evaluate(Vector theta) {
    try (LinearOperator hessian = objective.hessian(theta);
        Eigenpairs pairs =
            Lanczos.solve(hessian, options, start, LanczosListener.silent(), cancelled)) {
      if (pairs.outcome() == Outcome.CANCELLED) {
        throw ThalwegException.of(ErrorCode.CANCELLED)
            .expected("the eigenvalues at every point of the plane")
            .found("a request to stop")
            .next("give the same command again to go on");
      }
      if (pairs.top().isEmpty() || pairs.bottom().isEmpty()) {
        return new Evaluation(Double.NaN, Double.NaN, Double.NaN);
      }
      Eigenpair top = pairs.top().get(0);
      Eigenpair bottom = pairs.bottom().get(0);
      double floor = NEGLIGIBLE * Math.max(Math.abs(top.value()), Math.abs(bottom.value()));
      return pairs.outcome() == Outcome.NON_FINITE
          ? new Evaluation(Double.NaN, Double.NaN, Double.NaN)
          : new Evaluation(
              top.value(), bottom.value(), Math.max(relative(top, floor), relative(bottom, floor)));
    }
  }

  private static double relative(Eigenpair pair, double floor) {
    double scale = Math.max(Math.abs(pair.value()), floor);
    return pair.residual() == 0 ? 0 : pair.residual() / scale;
  }

  @Override
  public ParameterLayout layout() {
    return objective.layout();
  }

  @Override
  public VectorSpace space() {
    return objective.space();
  }

  @Override
  public Vector parameters() {
    return objective.parameters();
  }

  @Override
  public int samples() {
    return objective.samples();
  }

  @Override
  public Cost cost() {
    return objective.cost();
  }

  @Override
  public Objective replicate() {
    return new SpectrumEndsObjective(objective.replicate(), options, start, cancelled, true);
  }

  @Override
  public void close() {
    if (owner) {
      objective.close();
    }
  }
}
