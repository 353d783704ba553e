package org.thalweg.bench;

/** The four pieces of work that are timed, the same for Thalweg and for the plain loop. */
interface LandscapeWork extends AutoCloseable {
  /**
   * {@link LandscapeBenchmark#STEPS} optimizer steps on mini-batches; returns some number of the
   * last.
   */
  double train();

  /** Mean loss over all samples. */
  double loss();

  /** One Hessian-vector product over all samples; returns the norm of the product. */
  double hessianProduct();

  /** Mean losses at {@link LandscapeBenchmark#POINTS} points of a plane; returns their sum. */
  double surfacePoints();

  @Override
  void close();
}
