package org.thalweg.app.request;

import java.util.OptionalInt;

/** The kind of path between two networks. */
public sealed interface CurveChoice {
  CurveChoice DEFAULT = new Linear();

  /** (1 − t)A + tB. */
  record Linear() implements CurveChoice {}

  /**
   * A curve whose bends are trained.
   *
   * @param shape {@code bezier} or {@code polychain}
   * @param bends points between the ends
   * @param steps of stochastic gradient descent; empty: as many as the epochs have
   * @param epochs passes over the samples; counts if there are no steps
   * @param batch samples for each step
   * @param learningRate at the start
   */
  record Trained(
      String shape,
      int bends,
      OptionalInt steps,
      OptionalInt epochs,
      int batch,
      double learningRate)
      implements CurveChoice {
    public static final int DEFAULT_BENDS = 1;
    public static final int DEFAULT_STEPS = 2000;
    public static final int DEFAULT_BATCH = 128;
    public static final double DEFAULT_LEARNING_RATE = 0.03;

    public Trained {
      Checks.between("--bends", 1, 100, bends);
      steps.ifPresent(count -> Checks.atLeast("--steps", 1, count));
      epochs.ifPresent(count -> Checks.atLeast("--epochs", 1, count));
      Checks.require(
          steps.isEmpty() || epochs.isEmpty(), "--steps and --epochs", "one of them only", "both");
      Checks.atLeast("--curve-batch", 1, batch);
      Checks.positive("--lr", learningRate);
    }

    /** How many steps there are for so many samples. */
    public int stepsFor(int samples) {
      int perEpoch = Math.max(1, (samples + batch - 1) / batch);
      return epochs.isPresent()
          ? Math.multiplyExact(epochs.getAsInt(), perEpoch)
          : steps.orElse(DEFAULT_STEPS);
    }
  }

  /**
   * A nudged elastic band.
   *
   * @param pivots points between the ends
   * @param iterations most iterations
   * @param tolerance perpendicular force at which it is at rest
   */
  record ElasticBand(int pivots, int iterations, double tolerance) implements CurveChoice {
    public static final int DEFAULT_PIVOTS = 9;
    public static final int DEFAULT_ITERATIONS = 100;
    public static final double DEFAULT_TOLERANCE = 1e-2;

    public ElasticBand {
      Checks.between("--bends", 1, 1000, pivots);
      Checks.atLeast("--steps", 1, iterations);
      Checks.positive("--tolerance", tolerance);
    }
  }
}
