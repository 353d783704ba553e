package org.thalweg.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.thalweg.result.Cost;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.ExplainedVariance;
import org.thalweg.result.Grid;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.PathGeometry;
import org.thalweg.result.PathLosses;
import org.thalweg.result.PathProjection;
import org.thalweg.result.SliceResult;
import org.thalweg.result.StabilityThreshold;
import org.thalweg.result.SurfaceResult;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;

/** A path that bends into a valley, from closed forms. */
public final class SampleTrajectory {
  private static final int N = 25;

  private SampleTrajectory() {}

  /** With a threshold that λ₁ comes near to. */
  public static TrajectoryResult full() {
    return of(N, Optional.of(curvature(new StabilityThreshold("(2 + 2β)/lr", 38))), true);
  }

  /** As after Adam: no threshold. */
  public static TrajectoryResult withoutThreshold() {
    return of(N, Optional.of(curvature(StabilityThreshold.none("none: adaptive steps"))), true);
  }

  /** Two snapshots: a line, no plane, no curvature. */
  public static TrajectoryResult line() {
    return of(2, Optional.empty(), false);
  }

  private static double loss(double a, double b) {
    return 0.05 + 0.03 * a * a + 0.4 * (b - 0.02 * a * a) * (b - 0.02 * a * a);
  }

  private static double a(int t) {
    return -8 * Math.exp(-t / 6.0) + 8 * Math.exp(-(N - 1) / 6.0);
  }

  private static double b(int t) {
    return 1.6 * Math.sin(Math.PI * t / (N - 1.0));
  }

  private static Values values(int n, IntToDoubleFunction function) {
    double[] values = new double[n];
    Arrays.setAll(values, function);
    return Values.of(values);
  }

  private static TrajectoryResult of(int n, Optional<PathCurvature> curvature, boolean plane) {
    int axes = plane ? 2 : 1;
    double[] coordinates = new double[n * axes];
    for (int t = 0; t < n; t++) {
      coordinates[t * axes] = t == n - 1 ? 0 : a(t);
      if (plane) {
        coordinates[t * axes + 1] = t == n - 1 ? 0 : b(t);
      }
    }
    Values off = values(n, t -> plane ? 0.6 * Math.abs(Math.sin(0.3 * (n - 1 - t))) : 0);
    Grid grid = new Grid(n, axes, Values.of(coordinates));
    Values loss = values(n, t -> loss(a(t), b(t)) * (1 + 0.2 * off.get(t)));
    Values error = values(n, t -> 0.05 * loss.get(t));
    double missing = Double.NaN;
    return new TrajectoryResult(
        values(n, t -> 47.0 * t),
        values(n, t -> t),
        plane ? Values.of() : Values.of(94),
        List.of(
            new ExplainedVariance(
                "all snapshots, mean-centred",
                plane ? values(n, k -> 20 * Math.exp(-1.1 * k)) : Values.of(3, 0)),
            new ExplainedVariance("without the last snapshot, mean-centred", Values.of(3, 1))),
        new PathProjection("the last snapshot", grid, axes, off),
        new PathProjection("the mean of the snapshots", grid, axes, off),
        new PathGeometry(
            values(n, t -> t == 0 ? missing : Math.abs(a(t) - a(t - 1)) + 0.1),
            values(n, t -> t == 0 || t == n - 1 ? missing : Math.cos(0.1 * t)),
            values(n, t -> a(t) - a(0)),
            values(n, t -> Math.abs(a(t)) + 0.5 * off.get(t))),
        new PathLosses(
            loss,
            error,
            values(n, t -> Math.exp(-0.3 * loss.get(t))),
            values(n, t -> loss(a(t), b(t))),
            error,
            values(n, t -> Math.exp(-0.3 * loss(a(t), b(t))))),
        along(),
        plane ? Optional.of(over()) : Optional.empty(),
        curvature,
        Outcome.CONVERGED,
        new Cost(1200, 25, 600, 40));
  }

  private static SliceResult along() {
    Values alpha = Values.linspace(-9, 1.2, 31);
    return new SliceResult(
        "principal component 1 of 25 snapshots (all snapshots, mean-centred)",
        alpha,
        Values.of(alpha.stream().map(a -> loss(a, 0)).toArray()),
        Values.of(alpha.stream().map(a -> 0.04 * loss(a, 0)).toArray()),
        Values.of(alpha.stream().map(a -> Math.exp(-0.3 * loss(a, 0))).toArray()),
        Outcome.CONVERGED,
        new Cost(31, 0, 0, 1));
  }

  private static SurfaceResult over() {
    Values alpha = Values.linspace(-9, 1.2, 31);
    Values beta = Values.linspace(-0.6, 2.2, 21);
    List<Double> all = new ArrayList<>();
    alpha.stream().forEach(a -> beta.stream().forEach(b -> all.add(loss(a, b))));
    Grid loss =
        new Grid(31, 21, Values.of(all.stream().mapToDouble(Double::doubleValue).toArray()));
    return new SurfaceResult(
        List.of("principal component 1 of 25 snapshots", "principal component 2 of 25 snapshots"),
        alpha,
        beta,
        loss,
        loss,
        loss,
        0,
        Outcome.CONVERGED,
        new Cost(651, 0, 0, 8));
  }

  private static PathCurvature curvature(StabilityThreshold threshold) {
    List<PathCurvature.Point> points = new ArrayList<>();
    for (int t = 0; t < N; t += 3) {
      double largest = 36 * (1 - Math.exp(-t / 5.0)) + 2;
      points.add(
          new PathCurvature.Point(
              t,
              new Eigenvalue(largest, t == 9 ? 4 : 0.01, t != 9),
              Math.exp(-t / 8.0),
              0.05 * Math.exp(-t / 8.0),
              t == N - 1 ? Double.NaN : 0.3 / (1 + 0.1 * t)));
    }
    return new PathCurvature(
        points, threshold, 0.05, Values.of(1.9, 0.8, 0.31, 0.12, -0.02), 0.011, 0.002);
  }
}
