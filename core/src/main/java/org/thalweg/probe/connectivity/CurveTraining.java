package org.thalweg.probe.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.execution.Cancellation;
import org.thalweg.execution.ProgressListener;
import org.thalweg.linalg.Vector;
import org.thalweg.objective.DifferentiableObjective;
import org.thalweg.random.RandomStream;
import org.thalweg.result.Outcome;
import org.thalweg.result.PathSearch;

/**
 * A curve of low loss between two networks, found by training its bends: minimises E L(φ(t)) over t
 * ~ U(0, 1) by stochastic gradients, the ends fixed.
 *
 * <p>Each step draws one t and one mini-batch B; bend k moves along c_k(t) ∇L_B(φ(t)), by gradient
 * descent with momentum (v ← μv + g, w ← w − ηv). The rate η is constant for the first half of the
 * steps, falls linearly to 1 % of it until 90 % and stays there. Bends start on the straight line.
 * Batches run through the samples in a new random order each epoch, the last incomplete one
 * included.
 *
 * <p><b>Cost.</b> One gradient of a mini-batch for each step, or of the whole loss where the
 * objective has no batches; memory 2 vectors for each bend and 2 more.
 *
 * <p><b>When it misleads.</b> The loss it minimises is uniform in t, not in length: a curve may run
 * fast over a barrier. That no low curve was found does not say that there is none.
 *
 * <p>Source: Garipov, Izmailov, Podoprikhin, Vetrov, Wilson (2018).
 *
 * @param shape of the curve
 * @param bends points between the ends, at least 1
 * @param steps how many steps
 * @param batch samples for each step; at least as many as there are: all of them
 * @param learningRate η at the start
 * @param momentum μ
 * @param seed of t and of the order of the samples
 */
public record CurveTraining(
    CurveShape shape,
    int bends,
    int steps,
    int batch,
    double learningRate,
    double momentum,
    long seed) {
  private static final String ACTIVITY = "curve";

  public CurveTraining {
    require(bends >= 1 && bends <= 100, "1 to 100 bends", bends);
    require(steps >= 1, "at least 1 step", steps);
    require(batch >= 1, "at least 1 sample in a batch", batch);
    require(
        learningRate > 0 && Double.isFinite(learningRate),
        "a learning rate greater than 0",
        learningRate);
    require(momentum >= 0 && momentum < 1, "a momentum from 0 to less than 1", momentum);
  }

  /** The optimizer and schedule of the paper for small networks: η = 0.03, μ = 0.9. */
  public static CurveTraining of(CurveShape shape, int bends, int steps, long seed) {
    return new CurveTraining(shape, bends, steps, 128, 0.03, 0.9, seed);
  }

  public CurveTraining withBatch(int other) {
    return new CurveTraining(shape, bends, steps, other, learningRate, momentum, seed);
  }

  public CurveTraining withLearningRate(double other) {
    return new CurveTraining(shape, bends, steps, batch, other, momentum, seed);
  }

  /**
   * Trains a curve from a to b; the caller closes it. It ends early when cancelled, with the bends
   * as they are, or when a loss or a bend is no longer finite, with the bends of the step before.
   */
  public FoundPath find(
      DifferentiableObjective objective,
      Vector a,
      Vector b,
      ProgressListener progress,
      Cancellation cancellation) {
    Path path = Path.straight(shape, a, b, bends);
    try {
      return new FoundPath(shape.text(), path, train(objective, path, progress, cancellation));
    } catch (RuntimeException | Error e) {
      path.close();
      throw e;
    }
  }

  private PathSearch train(
      DifferentiableObjective objective,
      Path path,
      ProgressListener progress,
      Cancellation cancellation) {
    SearchRecord record = new SearchRecord(steps);
    RandomStream times = RandomStream.of(seed, "curve parameter");
    CurveBatches batches = new CurveBatches(objective, batch, seed);
    List<Vector> velocities = new ArrayList<>();
    Outcome outcome = Outcome.CONVERGED;
    try (Vector point = a(path).copy();
        Vector gradient = a(path).copy()) {
      for (int k = 0; k < bends; k++) {
        velocities.add(a(path).copy().scale(0));
      }
      for (int step = 0; step < steps; step++) {
        progress.progress(ACTIVITY, step, steps);
        if (cancellation.requested()) {
          outcome = Outcome.CANCELLED;
          break;
        }
        double t = times.uniform();
        path.point(t, point);
        double loss = batches.gradient(point, gradient).loss();
        record.add(loss);
        if (!Double.isFinite(loss) || !Double.isFinite(gradient.dot(gradient))) {
          outcome = Outcome.NON_FINITE;
          break;
        }
        move(path, path.weights(t), gradient, velocities, rate(step));
      }
      progress.progress(ACTIVITY, steps, steps);
    } finally {
      velocities.forEach(Vector::close);
    }
    return record.finish(method(batches), "training loss on the curve", outcome);
  }

  private void move(
      Path path, double[] weights, Vector gradient, List<Vector> velocities, double rate) {
    for (int k = 0; k < bends; k++) {
      Vector velocity = velocities.get(k).scale(momentum).axpy(weights[k + 1], gradient);
      path.points().get(k + 1).axpy(-rate, velocity);
    }
  }

  /** The learning rate of a step, from 0. */
  double rate(int step) {
    double done = (double) step / steps;
    if (done <= 0.5) {
      return learningRate;
    }
    return done <= 0.9 ? learningRate * (1 - (done - 0.5) / 0.4 * 0.99) : learningRate * 0.01;
  }

  private String method(CurveBatches batches) {
    return String.format(
        Locale.ROOT,
        "%d steps of momentum %s from learning rate %s, one t ~ U(0, 1) for each %s",
        steps,
        momentum,
        learningRate,
        batches.description());
  }

  private static Vector a(Path path) {
    return path.points().get(0);
  }

  private static void require(boolean holds, String expected, double found) {
    if (!holds) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected(expected)
          .found(Double.toString(found))
          .next("correct the options of the curve");
    }
  }
}
