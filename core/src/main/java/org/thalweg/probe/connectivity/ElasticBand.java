package org.thalweg.probe.connectivity;

import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathSearch;

/**
 * A path of lowest ascent between two networks by a nudged elastic band: a chain of pivots that
 * slides down across itself and is held apart by springs along itself.
 *
 * <p>F_i = −∇L⊥ + k (‖w_{i+1} − w_i‖ − ‖w_i − w_{i−1}‖) τ̂_i, where ∇L⊥ is the part of the gradient
 * across the tangent τ̂_i, which points to the higher neighbour and is mixed at extrema (Henkelman,
 * Jónsson 2000). Once the band is within ten tolerances, its highest inner pivot climbs: F = −∇L +
 * 2 (∇L·τ̂) τ̂, and no spring holds it (Henkelman, Uberuaga, Jónsson 2000); where it comes to rest
 * is a saddle point. Pivots start on the straight line and move by {@link FastInertialRelaxation}.
 * The search has converged when the largest ‖∇L⊥‖ over the pivots, of the climbing one ‖∇L‖, is at
 * most the tolerance; the path is the polychain through the pivots.
 *
 * <p><b>Cost.</b> One gradient of the whole loss for each pivot and iteration; memory 3 vectors for
 * each pivot and 2 more.
 *
 * <p><b>When it misleads.</b> It finds the saddle of the valley that lies downhill of the straight
 * line, not the lowest of all. Between pivots the loss may be higher. For networks with kinks
 * (ReLU) gradients jump, and small tolerances are out of reach.
 *
 * <p>Source: Draxler, Veschgini, Salmhofer, Hamprecht (2018).
 *
 * @param pivots points between the ends, at least 1; an odd number puts one in the middle
 * @param iterations most iterations
 * @param tolerance largest perpendicular force at which the band is at rest, loss per distance
 * @param spring k, loss per squared distance
 */
public record ElasticBand(int pivots, int iterations, double tolerance, double spring) {
  private static final String ACTIVITY = "elastic band";

  public ElasticBand {
    require(pivots >= 1 && pivots <= 1000, "1 to 1000 pivots", pivots);
    require(iterations >= 1, "at least 1 iteration", iterations);
    require(tolerance > 0, "a tolerance greater than 0", tolerance);
    require(spring > 0 && Double.isFinite(spring), "a spring constant greater than 0", spring);
  }

  /** With spring constant 1. */
  public static ElasticBand of(int pivots, int iterations, double tolerance) {
    return new ElasticBand(pivots, iterations, tolerance, 1);
  }

  /** Relaxes a band from a to b; the caller closes the path. */
  public FoundPath find(
      DifferentiableObjective objective,
      Vector a,
      Vector b,
      ProgressListener progress,
      Cancellation cancellation) {
    Path path = Path.straight(CurveShape.POLYCHAIN, a, b, pivots);
    try {
      return new FoundPath("elastic-band", path, relax(objective, path, progress, cancellation));
    } catch (RuntimeException | Error e) {
      path.close();
      throw e;
    }
  }

  private PathSearch relax(
      DifferentiableObjective objective,
      Path path,
      ProgressListener progress,
      Cancellation cancellation) {
    SearchRecord record = new SearchRecord(iterations);
    Outcome outcome = Outcome.BUDGET_EXHAUSTED;
    try (BandForces forces = new BandForces(objective, path, spring);
        BandMotion motion = new BandMotion(path)) {
      boolean climbing = false;
      for (int i = 0; i < iterations; i++) {
        progress.progress(ACTIVITY, i, iterations);
        if (!forces.compute(climbing, cancellation)) {
          outcome = Outcome.CANCELLED;
          break;
        }
        double largest = forces.largestPerpendicular();
        record.add(largest);
        if (!Double.isFinite(largest)) {
          outcome = Outcome.NON_FINITE;
          break;
        }
        if (largest <= tolerance && climbing) {
          outcome = Outcome.CONVERGED;
          break;
        }
        climbing |= largest <= 10 * tolerance;
        motion.move(forces.forces());
      }
      progress.progress(ACTIVITY, iterations, iterations);
    }
    return record.finish(method(), "largest perpendicular force", outcome);
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        "nudged elastic band of %d pivots, spring %s, at most %d iterations to a perpendicular"
            + " force of %s",
        pivots,
        spring,
        iterations,
        tolerance);
  }

  private static void require(boolean holds, String expected, double found) {
    if (!holds) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(Double.toString(found))
          .next("correct the options of the elastic band");
    }
  }
}
