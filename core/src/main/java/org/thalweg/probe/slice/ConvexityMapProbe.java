package org.thalweg.probe.slice;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.thalweg.direction.Plane;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.execution.InMemoryLedger;
import org.thalweg.execution.LocalEvaluator;
import org.thalweg.execution.PointEvaluations;
import org.thalweg.execution.PointLedger;
import org.thalweg.execution.PointPlan;
import org.thalweg.linalg.AffineSubspace;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosListener;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.result.ConvexityMapResult;
import org.thalweg.result.Cost;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.Values;

/**
 * How far from convex the loss is at the points of a plane: the largest and smallest eigenvalue of
 * the Hessian ∇²L(θ + α_i·d₁ + β_j·d₂), in all parameters and not only in the plane, and the ratio
 * |λ_min/λ_max|.
 *
 * <p>Each point is searched by {@link Lanczos} from the sum of the two eigenvectors at θ itself, so
 * that points do not depend on each other: any number of workers and any interruption give the same
 * numbers. Point (i, j) of n × m has number i·m + j in the ledger, whose three numbers are λ_max,
 * λ_min and the larger relative residual.
 *
 * <p>Costs 20 to 200 Hessian-vector products for each point; memory for a Krylov basis (about 80
 * vectors) for each worker.
 *
 * <p>Misleads: for piecewise linear networks the Hessian ignores the kinks; and a single small
 * negative eigenvalue among very many says little about how many directions bend downwards. Li et
 * al. leave biases and normalisation parameters out of H; here they are in.
 *
 * <p>Source: Li, Xu, Taylor, Studer, Goldstein (2018), section 6.
 *
 * @param plane the two directions
 * @param alpha the steps along the first direction
 * @param beta the steps along the second direction
 * @param tolerance of the relative residuals, above 0 and below 1
 * @param maxProducts budget of products at each point
 * @param seed of the random starts
 */
public record ConvexityMapProbe(
    Plane plane, Axis alpha, Axis beta, double tolerance, int maxProducts, long seed) {
  /** Enough for a map of shares, and of what Li et al. used. */
  public static final double DEFAULT_TOLERANCE = 1e-2;

  public static final int DEFAULT_PRODUCTS = 300;

  public ConvexityMapProbe {
    SurfaceProbe.requireAffordable(alpha, beta);
  }

  /** Computes with threads of this process and keeps nothing to resume from. */
  public ConvexityMapResult run(TwiceDifferentiableObjective objective, ExecutionOptions options) {
    return run(objective, new InMemoryLedger(), options);
  }

  /** Computes the points that the ledger does not know. */
  public ConvexityMapResult run(
      TwiceDifferentiableObjective objective, PointLedger ledger, ExecutionOptions options) {
    Values rows = alpha.values();
    Values columns = beta.values();
    long begin = System.nanoTime();
    Cost before = objective.cost();
    try (Vector origin = objective.parameters();
        Vector first = plane.first().in(objective.space());
        Vector second = plane.second().in(objective.space())) {
      PointPlan plan =
          new PointPlan(
              "convexity",
              new AffineSubspace(origin, List.of(first, second)),
              SurfaceProbe.coefficients(rows, columns));
      PointEvaluations found = measure(objective, origin, plan, ledger, options);
      Outcome outcome = found.outcome();
      if (outcome == Outcome.CONVERGED
          && found.accuracies().stream().anyMatch(residual -> !(residual <= tolerance))) {
        outcome = Outcome.BUDGET_EXHAUSTED;
      }
      Cost spent = objective.cost().minus(before);
      return new ConvexityMapResult(
          List.of(plane.first().description().text(), plane.second().description().text()),
          rows,
          columns,
          new Grid(rows.size(), columns.size(), found.losses()),
          new Grid(rows.size(), columns.size(), found.lossStandardErrors()),
          new Grid(rows.size(), columns.size(), found.accuracies()),
          tolerance,
          plane.cosine(),
          outcome,
          new Cost(
              spent.forward(),
              spent.gradient(),
              spent.hessianProducts(),
              (System.nanoTime() - begin) * 1e-9));
    }
  }

  private PointEvaluations measure(
      TwiceDifferentiableObjective objective,
      Vector origin,
      PointPlan plan,
      PointLedger ledger,
      ExecutionOptions options) {
    // One point a piece: a request to stop is then seen within one search.
    LocalEvaluator evaluator = new LocalEvaluator(1);
    try (StartVector start = start(objective, origin, options);
        SpectrumEndsObjective ends =
            new SpectrumEndsObjective(
                objective, lanczos(), start.vector(), options.cancellation()::requested)) {
      return evaluator.evaluate(ends, plan, ledger, options);
    } catch (ThalwegException e) {
      if (e.code() != ErrorCode.CANCELLED) {
        throw e;
      }
      // What the ledger has by now; nothing is computed after a request to stop.
      return evaluator.evaluate(objective, plan, ledger, options);
    }
  }

  /** The start of all searches; none if θ itself has no finite Hessian. */
  private StartVector start(
      TwiceDifferentiableObjective objective, Vector origin, ExecutionOptions options) {
    try (LinearOperator hessian = objective.hessian(origin);
        Eigenpairs pairs =
            Lanczos.solve(
                hessian, lanczos(), LanczosListener.silent(), options.cancellation()::requested)) {
      if (pairs.top().isEmpty() || pairs.bottom().isEmpty()) {
        return new StartVector(Optional.empty());
      }
      Vector sum = pairs.top().get(0).vector().copy();
      sum.axpy(1, pairs.bottom().get(0).vector());
      return new StartVector(Optional.of(sum));
    }
  }

  private LanczosOptions lanczos() {
    return LanczosOptions.of(1, 1)
        .withTolerance(tolerance)
        .withMaxProducts(maxProducts)
        .withSeed(seed);
  }

  private record StartVector(Optional<Vector> sum) implements AutoCloseable {
    @Nullable Vector vector() {
      return sum.orElse(null);
    }

    @Override
    public void close() {
      sum.ifPresent(Vector::close);
    }
  }
}
