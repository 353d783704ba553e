package org.thalweg.probe.sharpness;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.SharpnessResult;
import org.thalweg.result.SharpnessValue;

/**
 * Measures sharpness by several definitions at one point.
 *
 * <p>A measure that the objective has not enough for (no gradient, no samples) is recorded as not
 * applicable and spoils none of the others; a cancelled run keeps the measures it has finished.
 * Progress is a hundred units for each measure. Costs one forward pass and what each measure says.
 *
 * <p><b>When it misleads.</b> Numbers of different definitions, or of one definition at different
 * radii, cannot be compared. Most change when weights are rescaled although the network computes
 * the same (Dinh et al. 2017); the adaptive ones and the Fisher–Rao norms do not.
 *
 * @param measures what to measure, in this order
 */
public record SharpnessProbe(List<SharpnessMeasure> measures) {
  public SharpnessProbe {
    measures = List.copyOf(measures);
  }

  /** Measures at the point under study. */
  public SharpnessResult measure(Objective objective, ExecutionOptions options) {
    try (Vector theta = objective.parameters()) {
      return measure(objective, theta, options);
    }
  }

  /** Measures at θ. */
  public SharpnessResult measure(Objective objective, Vector theta, ExecutionOptions options) {
    Cost before = objective.cost();
    long start = System.nanoTime();
    SharpnessPoint point = new SharpnessPoint(objective, theta, options);
    List<SharpnessValue> values = new ArrayList<>();
    for (SharpnessMeasure measure : measures) {
      point.begin(values.size(), measures.size());
      if (options.cancellation().requested() || !add(values, measure, point)) {
        break;
      }
      point.progress(1);
    }
    double loss = values.isEmpty() ? Double.NaN : point.loss();
    double error = values.isEmpty() ? Double.NaN : point.evaluation().lossStandardError();
    return new SharpnessResult(
        loss, error, theta.norm(), values, outcome(values), spent(objective, before, start));
  }

  /** Whether the measure was finished. */
  private static boolean add(
      List<SharpnessValue> values, SharpnessMeasure measure, SharpnessPoint point) {
    point.loss();
    Cost before = point.objective().cost();
    long start = System.nanoTime();
    try {
      SharpnessValue value = measure.measure(point);
      values.add(value.withCost(value.cost().plus(spent(point.objective(), before, start))));
      return true;
    } catch (ThalwegException e) {
      if (e.code() == ErrorCode.CANCELLED) {
        return false;
      }
      if (e.code() != ErrorCode.NOT_APPLICABLE) {
        throw e;
      }
      values.add(
          SharpnessValue.notApplicable(
              measure.name(), "needs " + e.expected() + ", found " + e.found()));
      return true;
    }
  }

  private Outcome outcome(List<SharpnessValue> values) {
    if (values.size() < measures.size()) {
      return Outcome.CANCELLED;
    }
    List<Outcome> endings =
        values.stream()
            .map(SharpnessValue::outcome)
            .filter(outcome -> outcome != Outcome.NOT_APPLICABLE)
            .toList();
    if (endings.isEmpty() && !values.isEmpty()) {
      return Outcome.NOT_APPLICABLE;
    }
    for (Outcome worst : List.of(Outcome.NON_FINITE, Outcome.BUDGET_EXHAUSTED)) {
      if (endings.contains(worst)) {
        return worst;
      }
    }
    return Outcome.CONVERGED;
  }

  private static Cost spent(Objective objective, Cost before, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return objective.cost().minus(before).plus(new Cost(0, 0, 0, seconds));
  }
}
