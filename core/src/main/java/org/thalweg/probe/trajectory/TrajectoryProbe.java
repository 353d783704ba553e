package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluator;
import org.thalweg.execution.PointLedger;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.Objective;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.PathLosses;
import org.thalweg.result.PathProjection;
import org.thalweg.result.SliceResult;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/**
 * The path of a training, projected on the plane of its first two principal components, with what
 * the projection hides: the distance of every snapshot from the plane, and the loss of the snapshot
 * beside the loss of its projection.
 *
 * <p>The plane goes through the last snapshot θ_T, where it is θ_T + αv₁ + βv₂ with orthonormal
 * {@linkplain PrincipalComponents components}; α and β are in units of the parameters. Its ranges
 * contain the whole path with a margin. Along the first component the loss is also given alone,
 * with the nearest parabola. Curvature along the path on demand, for objectives with a Hessian.
 *
 * <p><b>Cost.</b> 2n + m + m² forward passes for n snapshots and m points, less what the ledger
 * knows; principal components as there; curvature as {@link PathCurvatureProbe} says.
 *
 * <p><b>When it misleads.</b> See {@link PrincipalComponents}: a random walk has a smooth
 * projection as well. The contour under a path is the loss on the plane, not at the snapshots.
 *
 * <p>Source: Li, Xu, Taylor, Studer, Goldstein (2018), section 7.
 */
public final class TrajectoryProbe {
  private final TrajectoryOptions options;
  private final Optional<CurvatureOptions> curvature;

  /** Without curvature. */
  public TrajectoryProbe(TrajectoryOptions options) {
    this(options, Optional.empty());
  }

  public TrajectoryProbe(TrajectoryOptions options, Optional<CurvatureOptions> curvature) {
    this.options = options;
    this.curvature = curvature;
  }

  /** With threads of this process and nothing to resume from. */
  public TrajectoryResult run(
      Objective objective, Snapshots snapshots, ExecutionOptions execution) {
    return run(objective, snapshots, new LocalEvaluator(), new InMemoryLedger(), execution);
  }

  /** Evaluates the points that the ledger does not know. */
  public TrajectoryResult run(
      Objective objective,
      Snapshots snapshots,
      PointEvaluator evaluator,
      PointLedger ledger,
      ExecutionOptions execution) {
    FiniteSnapshots path = FiniteSnapshots.of(snapshots);
    PrincipalComponents components =
        PrincipalComponents.of(
            path,
            options.decomposition(),
            options.components(),
            execution.cancellation()::requested);
    return run(objective, path, components, evaluator, ledger, execution);
  }

  private TrajectoryResult run(
      Objective objective,
      FiniteSnapshots path,
      PrincipalComponents components,
      PointEvaluator evaluator,
      PointLedger ledger,
      ExecutionOptions execution) {
    Cost before = objective.cost();
    long begin = System.nanoTime();
    int axes = Math.min(2, components.count());
    PathCoordinates coordinates = PathCoordinates.along(components.vectors(), axes);
    PathProjection projection = coordinates.fromSnapshot(path, path.count() - 1);
    PathLossProbe losses = new PathLossProbe(objective, evaluator, ledger, execution);
    List<Vector> plane = new ArrayList<>();
    PathLosses alongPath;
    SliceResult line;
    Optional<SurfaceResult> surface = Optional.empty();
    try (Vector origin = last(path, objective)) {
      for (int k = 0; k < axes; k++) {
        plane.add(objective.space().of(components.vectors().get(k)));
      }
      List<String> names = new ArrayList<>();
      for (int k = 1; k <= axes; k++) {
        names.add(name(components, k));
      }
      alongPath = losses.along(path, origin, plane, projection);
      Values alpha = range(projection.along(0));
      line = losses.line(origin, plane.get(0), names.get(0), alpha);
      if (axes == 2) {
        Values beta = range(projection.along(1));
        surface = Optional.of(losses.plane(origin, plane, names, alpha, beta));
      }
    } finally {
      plane.forEach(Vector::close);
    }
    Outcome outcome = worse(losses.outcome(alongPath), line.outcome());
    outcome = worse(outcome, surface.map(SurfaceResult::outcome).orElse(Outcome.CONVERGED));
    Optional<PathCurvature> curved = Optional.empty();
    if (curvature.isPresent()
        && outcome != Outcome.CANCELLED
        && objective instanceof TwiceDifferentiableObjective smooth) {
      PathCurvatureProbe probe = new PathCurvatureProbe(smooth, curvature.get(), execution);
      curved = Optional.of(probe.run(path, components.vectors()));
      outcome = worse(outcome, probe.outcome());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new TrajectoryResult(
        labels(path, true),
        labels(path, false),
        Values.of(path.omittedSteps()),
        components.variance(),
        projection,
        coordinates.fromMean(path),
        PathLengths.of(path),
        alongPath,
        line,
        surface,
        curved,
        outcome,
        objective.cost().minus(before).plus(new Cost(0, 0, 0, seconds)));
  }

  private static Vector last(Snapshots path, Objective objective) {
    double[] row = new double[path.dimension()];
    path.read(path.count() - 1, row);
    return objective.space().of(row);
  }

  private static String name(PrincipalComponents components, int rank) {
    return components.direction(rank).description().text();
  }

  /** From the lowest to the highest coordinate, with the margin on either side. */
  private Values range(Values coordinates) {
    double low = coordinates.stream().min().orElseThrow();
    double high = coordinates.stream().max().orElseThrow();
    double margin = options.margin() * (high - low);
    return Values.linspace(low - margin, high + margin, options.points());
  }

  private static Values labels(Snapshots path, boolean steps) {
    double[] labels = new double[path.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = steps ? path.step(i) : path.epoch(i);
    }
    return Values.of(labels);
  }

  /** The graver of two endings: cancelled, non-finite, budget exhausted, converged. */
  static Outcome worse(Outcome a, Outcome b) {
    List<Outcome> gravest =
        List.of(Outcome.CANCELLED, Outcome.NON_FINITE, Outcome.BUDGET_EXHAUSTED, Outcome.CONVERGED);
    return gravest.indexOf(a) <= gravest.indexOf(b) ? a : b;
  }
}
