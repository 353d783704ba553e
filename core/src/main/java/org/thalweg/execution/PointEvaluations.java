package org.thalweg.execution;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * What an evaluator found.
 *
 * @param evaluations one entry for each planned point, in the order of the plan; empty where the
 *     work was cancelled before it
 * @param resumed how many of them were known to the ledger
 * @param outcome cancelled if a point is missing; else non-finite if the loss of some point is NaN
 *     or infinite; else converged
 * @param cost of the points evaluated now, not of those resumed
 */
public record PointEvaluations(
    List<Optional<Evaluation>> evaluations, int resumed, Outcome outcome, Cost cost) {
  public PointEvaluations {
    evaluations = List.copyOf(evaluations);
  }

  static PointEvaluations of(List<Optional<Evaluation>> evaluations, int resumed, Cost cost) {
    Outcome outcome = Outcome.CONVERGED;
    for (Optional<Evaluation> evaluation : evaluations) {
      if (evaluation.isEmpty()) {
        outcome = Outcome.CANCELLED;
        break;
      }
      if (!Double.isFinite(evaluation.get().loss())) {
        outcome = Outcome.NON_FINITE;
      }
    }
    return new PointEvaluations(evaluations, resumed, outcome, cost);
  }

  /** The losses; NaN where a point is missing. */
  public Values losses() {
    return values(Evaluation::loss);
  }

  /** The standard errors of the losses; NaN where a point is missing. */
  public Values lossStandardErrors() {
    return values(Evaluation::lossStandardError);
  }

  /** The accuracies; NaN where a point is missing. */
  public Values accuracies() {
    return values(Evaluation::accuracy);
  }

  private Values values(ToDoubleFunction<Evaluation> part) {
    return Values.of(
        evaluations.stream()
            .mapToDouble(point -> point.isEmpty() ? Double.NaN : part.applyAsDouble(point.get()))
            .toArray());
  }
}
