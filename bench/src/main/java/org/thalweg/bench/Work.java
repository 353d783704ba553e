package org.thalweg.bench;

/** A piece of work that is timed, and how: so much of it, in seconds for one operation. */
enum Work {
  /** Optimizer steps. */
  TRAINING_STEP,
  /** Mean losses over all samples. */
  LOSS,
  /** Hessian-vector products over all samples. */
  HESSIAN_PRODUCT,
  /**
   * Points of a surface, in rows of {@link ThalwegWork#SIDE} or two shorter ones, or of several.
   */
  SURFACE;

  /** What gives a number, so that nothing can be left out. */
  private interface Computation {
    double run();
  }

  /** Seconds for one operation when so many are done one after the other. */
  double seconds(LandscapeWork work, int amount) {
    return switch (this) {
      case TRAINING_STEP -> work.trainingStep(amount);
      case LOSS -> repeated(work::loss, amount);
      case HESSIAN_PRODUCT -> repeated(work::hessianProduct, amount);
      case SURFACE -> surface(work, amount);
    };
  }

  private static double surface(LandscapeWork work, int points) {
    int columns = Math.min(Math.max(1, points / 2), ThalwegWork.SIDE);
    int rows = Math.min(points / columns, ThalwegWork.SIDE);
    int often = Math.max(1, points / (rows * columns));
    return repeated(() -> work.surface(rows, columns), often) / (rows * columns);
  }

  private static double repeated(Computation computation, int often) {
    double last = 0;
    long start = System.nanoTime();
    for (int i = 0; i < often; i++) {
      last = computation.run();
    }
    double seconds = (System.nanoTime() - start) / 1e9 / often;
    if (Double.isNaN(last)) {
      throw new IllegalStateException("a side computed NaN");
    }
    return seconds;
  }
}
