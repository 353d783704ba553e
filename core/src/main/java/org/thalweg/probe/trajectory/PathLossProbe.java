package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Evaluation;
import org.thalweg.objective.Objective;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathLosses;
import org.thalweg.result.PathProjection;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.Values;

/**
 * Losses at snapshots, at their projections, along the first component and over the plane. All of
 * them share one ledger: snapshots first, then projections, the line, the plane row by row.
 */
final class PathLossProbe {
  private final Objective objective;
  private final PointEvaluator evaluator;
  private final PointLedger ledger;
  private final ExecutionOptions execution;
  private int used;

  PathLossProbe(
      Objective objective,
      PointEvaluator evaluator,
      PointLedger ledger,
      ExecutionOptions execution) {
    this.objective = objective;
    this.evaluator = evaluator;
    this.ledger = ledger;
    this.execution = execution;
  }

  /** At the snapshots themselves, one after another; empty where it was stopped. */
  private List<Optional<Evaluation>> atSnapshots(Snapshots snapshots) {
    List<Optional<Evaluation>> found = new ArrayList<>();
    double[] row = new double[snapshots.dimension()];
    PointLedger part = part(snapshots.count());
    try (Vector theta = objective.space().zeros()) {
      for (int i = 0; i < snapshots.count(); i++) {
        Optional<Evaluation> known = part.find(i);
        if (known.isEmpty() && !execution.cancellation().requested()) {
          snapshots.read(i, row);
          Evaluation evaluation = objective.evaluate(theta.set(row));
          part.record(i, evaluation);
          known = Optional.of(evaluation);
        }
        found.add(known);
        execution.listener().progress("snapshots", i + 1L, snapshots.count());
      }
    }
    return found;
  }

  private PointLedger part(int points) {
    LedgerPart part = new LedgerPart(ledger, used);
    used += points;
    return part;
  }

  /** At each snapshot and at its projection on the plane. */
  PathLosses along(Snapshots snapshots, Vector origin, List<Vector> axes, PathProjection path) {
    List<Optional<Evaluation>> own = atSnapshots(snapshots);
    List<double[]> coefficients = new ArrayList<>();
    for (int t = 0; t < path.size(); t++) {
      double[] c = new double[axes.size()];
      for (int k = 0; k < c.length; k++) {
        c[k] = path.coordinates().get(t, k);
      }
      coefficients.add(c);
    }
    PointEvaluations shadows = evaluate("projections", origin, axes, coefficients);
    return new PathLosses(
        values(own, Evaluation::loss),
        values(own, Evaluation::lossStandardError),
        values(own, Evaluation::accuracy),
        shadows.losses(),
        shadows.lossStandardErrors(),
        shadows.accuracies());
  }

  private static Values values(
      List<Optional<Evaluation>> found, ToDoubleFunction<Evaluation> part) {
    return Values.of(
        found.stream().mapToDouble(e -> e.map(part::applyAsDouble).orElse(Double.NaN)).toArray());
  }

  /** origin + α·v₁. */
  SliceResult line(Vector origin, Vector axis, String name, Values alpha) {
    List<double[]> coefficients = alpha.stream().mapToObj(a -> new double[] {a}).toList();
    PointEvaluations found = evaluate("first component", origin, List.of(axis), coefficients);
    return new SliceResult(
        name,
        alpha,
        found.losses(),
        found.lossStandardErrors(),
        found.accuracies(),
        found.outcome(),
        found.cost());
  }

  /** origin + α·v₁ + β·v₂; the components are orthogonal. */
  SurfaceResult plane(
      Vector origin, List<Vector> axes, List<String> names, Values alpha, Values beta) {
    List<double[]> coefficients = new ArrayList<>();
    alpha.stream().forEach(a -> beta.stream().forEach(b -> coefficients.add(new double[] {a, b})));
    PointEvaluations found = evaluate("plane of the path", origin, axes, coefficients);
    return new SurfaceResult(
        names,
        alpha,
        beta,
        new Grid(alpha.size(), beta.size(), found.losses()),
        new Grid(alpha.size(), beta.size(), found.lossStandardErrors()),
        new Grid(alpha.size(), beta.size(), found.accuracies()),
        0,
        found.outcome(),
        found.cost());
  }

  private PointEvaluations evaluate(
      String activity, Vector origin, List<Vector> axes, List<double[]> coefficients) {
    return evaluator.evaluate(
        objective,
        new PointPlan(activity, new AffineSubspace(origin, axes), coefficients),
        part(coefficients.size()),
        execution);
  }

  /** How the losses ended: cancelled if one is missing, else non-finite if one is not finite. */
  Outcome outcome(PathLosses losses) {
    if (execution.cancellation().requested()) {
      return Outcome.CANCELLED;
    }
    boolean finite =
        losses.loss().stream().allMatch(Double::isFinite)
            && losses.projectedLoss().stream().allMatch(Double::isFinite);
    return finite ? Outcome.CONVERGED : Outcome.NON_FINITE;
  }
}
