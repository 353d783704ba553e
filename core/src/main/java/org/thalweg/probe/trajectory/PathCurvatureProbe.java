package org.thalweg.probe.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.linalg.Eigenpair;
import org.thalweg.linalg.Eigenpairs;
import org.thalweg.linalg.Lanczos;
import org.thalweg.linalg.LanczosOptions;
import org.thalweg.linalg.LinearOperator;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.TwiceDifferentiableObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Eigenvalue;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.Values;

/**
 * The largest Hessian eigenvalue, the gradient and the sharpness at snapshots of a training, and
 * whether the path goes along steep or flat directions.
 *
 * <p>λ₁ by Lanczos, which starts at the eigenvector of the snapshot before, with a second search
 * from a random start; sharpness L(θ + ρg/‖g‖) − L(θ), one ascent step (Foret et al. 2021); the
 * cosine between the step to the next snapshot and the eigenvector. At the last snapshot vᵀHv of
 * each principal component, and of random unit directions, whose mean is tr H / d: what a path that
 * does not care for curvature would see.
 *
 * <p><b>Cost</b> for each snapshot measured: about 20 to 40 Hessian-vector products, one gradient,
 * two forward passes. At the end one product for each component and random direction.
 *
 * <p><b>When it misleads.</b> A cosine between two directions in d dimensions is about √(2/πd) by
 * chance. Between two snapshots lie many steps, and what oscillates from step to step cancels. λ₁
 * depends on the data it is measured on, also near the edge of stability.
 */
final class PathCurvatureProbe {
  private static final String ACTIVITY = "curvature along the path";

  /** Vectors that are multiplied at once. */
  private static final int TOGETHER = 8;

  private final TwiceDifferentiableObjective objective;
  private final CurvatureOptions curvature;
  private final ExecutionOptions execution;
  private final List<PathCurvature.Point> points = new ArrayList<>();
  private @Nullable Vector start;
  private Outcome outcome = Outcome.CONVERGED;

  PathCurvatureProbe(
      TwiceDifferentiableObjective objective,
      CurvatureOptions curvature,
      ExecutionOptions execution) {
    this.objective = objective;
    this.curvature = curvature;
    this.execution = execution;
  }

  /** How it ended: cancelled, non-finite, or the worst of the eigenvalues. */
  Outcome outcome() {
    return outcome;
  }

  PathCurvature run(Snapshots snapshots, List<double[]> components) {
    int last = snapshots.count() - 1;
    int first = last % curvature.every();
    double[] row = new double[snapshots.dimension()];
    Values along = Values.of();
    Mean mean = new Mean(Double.NaN, Double.NaN);
    try (Vector theta = objective.space().zeros();
        Vector next = objective.space().zeros()) {
      for (int i = first; i <= last && !stopped(); i += curvature.every()) {
        snapshots.read(i, row);
        theta.set(row);
        if (i < last) {
          snapshots.read(i + 1, row);
          next.set(row).axpy(-1, theta);
        }
        try (LinearOperator hessian = objective.hessian(theta)) {
          measure(i, theta, i < last ? next : null, hessian);
          if (i == last && !stopped()) {
            along = rayleigh(hessian, components);
            mean = mean(hessian);
          }
        }
        execution
            .listener()
            .progress(ACTIVITY, 1L + i / curvature.every(), 1L + last / curvature.every());
      }
    } finally {
      if (start != null) {
        start.close();
        start = null;
      }
    }
    return new PathCurvature(
        points,
        curvature.threshold(),
        curvature.radius(),
        along,
        mean.value(),
        mean.standardError());
  }

  private boolean stopped() {
    if (execution.cancellation().requested()) {
      outcome = Outcome.CANCELLED;
    }
    return outcome == Outcome.CANCELLED;
  }

  private void measure(int index, Vector theta, @Nullable Vector step, LinearOperator hessian) {
    LanczosOptions options =
        LanczosOptions.of(1, 0).withTolerance(curvature.tolerance()).withSeed(curvature.seed());
    try (Eigenpairs pairs =
        Lanczos.solve(
            hessian,
            options,
            start,
            (products, converged) -> {},
            execution.cancellation()::requested)) {
      worsen(pairs.outcome());
      if (outcome == Outcome.CANCELLED) {
        return;
      }
      double alignment = Double.NaN;
      Eigenvalue largest = new Eigenvalue(Double.NaN, Double.NaN, false);
      if (!pairs.top().isEmpty()) {
        Eigenpair pair = pairs.top().get(0);
        largest = new Eigenvalue(pair.value(), pair.residual(), pair.converged());
        alignment = step == null ? Double.NaN : Math.abs(pair.vector().dot(step)) / step.norm();
        keep(pair.vector());
      }
      points.add(slope(index, theta, largest, alignment));
    }
  }

  private void keep(Vector eigenvector) {
    if (start == null) {
      start = eigenvector.copy();
    } else {
      start.set(eigenvector);
    }
  }

  /** The gradient and one step along it. */
  private PathCurvature.Point slope(int index, Vector theta, Eigenvalue largest, double alignment) {
    try (Vector gradient = objective.space().zeros();
        Vector moved = theta.copy()) {
      double loss = objective.gradient(theta, gradient).loss();
      double norm = gradient.norm();
      double sharpness = Double.NaN;
      if (norm > 0) {
        moved.axpy(curvature.radius() / norm, gradient);
        sharpness = objective.evaluate(moved).loss() - loss;
      }
      if (!Double.isFinite(norm)) {
        worsen(Outcome.NON_FINITE);
      }
      return new PathCurvature.Point(index, largest, norm, sharpness, alignment);
    }
  }

  private void worsen(Outcome other) {
    outcome = TrajectoryProbe.worse(outcome, other);
  }

  private Values rayleigh(LinearOperator hessian, List<double[]> components) {
    return Values.of(quotients(hessian, components.size(), components::get));
  }

  /** vᵀHv/vᵀv of each, some at a time; NaN once someone wants to stop. */
  private double[] quotients(LinearOperator hessian, int count, IntFunction<double[]> directions) {
    double[] quotients = new double[count];
    Arrays.fill(quotients, Double.NaN);
    for (int start = 0; start < count; start += TOGETHER) {
      int first = start;
      int some = Math.min(TOGETHER, count - start);
      List<Vector> vectors = new ArrayList<>();
      List<Vector> images = new ArrayList<>();
      try {
        for (int i = 0; i < some; i++) {
          vectors.add(hessian.space().of(directions.apply(first + i)));
          images.add(hessian.space().zeros());
        }
        if (hessian.applyAll(vectors, images, execution.cancellation()::requested)) {
          for (int i = 0; i < some; i++) {
            Vector v = vectors.get(i);
            quotients[first + i] = v.dot(images.get(i)) / v.dot(v);
          }
        }
      } finally {
        vectors.forEach(Vector::close);
        images.forEach(Vector::close);
      }
    }
    return quotients;
  }

  private Mean mean(LinearOperator hessian) {
    int n = curvature.randomDirections();
    int dimension = hessian.space().dimension();
    double[] quotients =
        quotients(
            hessian,
            n,
            k -> RandomStream.of(curvature.seed(), "mean curvature", k).gaussians(dimension));
    double mean = Arrays.stream(quotients).average().orElse(Double.NaN);
    double squares = Arrays.stream(quotients).map(q -> (q - mean) * (q - mean)).sum();
    return new Mean(mean, Math.sqrt(squares / (n - 1) / n));
  }

  private record Mean(double value, double standardError) {}
}
