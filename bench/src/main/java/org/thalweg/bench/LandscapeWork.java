package org.thalweg.bench;

/** The pieces of work that are timed, the same for Thalweg and for the plain loop. */
interface LandscapeWork extends AutoCloseable {
  /** Seconds for each of so many optimizer steps; what comes before the first is not counted. */
  double trainingStep(int steps);

  /** Mean loss over all samples. */
  double loss();

  /** One Hessian-vector product over all samples; returns the norm of the product. */
  double hessianProduct();

  /** The losses at so many points of a plane; returns their sum. */
  double surface(int rows, int columns);

  @Override
  void close();
}
