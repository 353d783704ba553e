package org.thalweg.probe.audit;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.objective.Objective;
import org.thalweg.objective.TwiceDifferentiableObjective;

/** An objective as what a measure needs, or {@code NOT_APPLICABLE}. */
final class Tiers {
  private Tiers() {}

  static DifferentiableObjective differentiable(Objective objective) {
    if (objective instanceof DifferentiableObjective differentiable) {
      return differentiable;
    }
    throw lacking("a gradient");
  }

  static TwiceDifferentiableObjective twiceDifferentiable(Objective objective) {
    if (objective instanceof TwiceDifferentiableObjective twice) {
      return twice;
    }
    throw lacking("Hessian-vector products");
  }

  private static ThalwegException lacking(String what) {
    return ThalwegException.of(ErrorCode.NOT_APPLICABLE)
        .expected(what)
        .found("an objective without")
        .next("leave this measure out of the audit");
  }
}
