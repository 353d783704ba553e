package org.thalweg.probe.audit;

import java.util.List;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Invariance;

/** Measures of the point itself: its loss, its norm, its gradient, its sharpest direction. */
public final class PointMeasures {
  private PointMeasures() {}

  /** All of them, cheapest first. */
  public static List<AuditedMeasure> all() {
    return List.of(new Loss(), new ParameterNorm(), new GradientNorm(), new LargestEigenvalue());
  }

  /** L(θ): the function is the same, so the loss must be. One forward pass. */
  record Loss() implements AuditedMeasure {
    @Override
    public String name() {
      return "loss";
    }

    @Override
    public Invariance invariance() {
      return Invariance.UNITS;
    }

    @Override
    public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
      return Reading.exact(objective.evaluate(theta).loss());
    }
  }

  /** ‖θ‖₂: how far the rescaling went. */
  record ParameterNorm() implements AuditedMeasure {
    @Override
    public String name() {
      return "parameter norm";
    }

    @Override
    public Invariance invariance() {
      return Invariance.NONE;
    }

    @Override
    public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
      return Reading.exact(theta.norm());
    }
  }

  /** ‖∇L(θ)‖₂. One gradient. */
  record GradientNorm() implements AuditedMeasure {
    @Override
    public String name() {
      return "gradient norm";
    }

    @Override
    public Invariance invariance() {
      return Invariance.NONE;
    }

    @Override
    public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
      try (Vector gradient = objective.space().zeros()) {
        Tiers.differentiable(objective).gradient(theta, gradient);
        return Reading.exact(gradient.norm());
      }
    }
  }

  /** λ₁ of the Hessian, to a relative residual of 10⁻³, by Lanczos: a few dozen products. */
  record LargestEigenvalue() implements AuditedMeasure {
    @Override
    public String name() {
      return "largest eigenvalue";
    }

    @Override
    public Invariance invariance() {
      return Invariance.NONE;
    }

    @Override
    public Reading read(Objective objective, Vector theta, ExecutionOptions options) {
      try (LinearOperator hessian = Tiers.twiceDifferentiable(objective).hessian(theta);
          Eigenpairs pairs =
              Lanczos.solve(
                  hessian,
                  LanczosOptions.of(1, 0),
                  (products, converged) -> {},
                  options.cancellation()::requested)) {
        if (pairs.top().isEmpty()) {
          return Reading.exact(Double.NaN);
        }
        Eigenpair largest = pairs.top().get(0);
        double residual = largest.residual();
        return new Reading(largest.value(), Double.isNaN(residual) ? 0 : residual);
      }
    }
  }
}
