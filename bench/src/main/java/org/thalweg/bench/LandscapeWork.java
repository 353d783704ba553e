package org.thalweg.bench;

/** The four pieces of work that are timed, the same for Thalweg and for the plain loop. */
interface LandscapeWork extends AutoCloseable {
  /** One optimizer step on the next mini-batch; returns the loss of that batch. */
  double trainingStep();

  /** Mean loss over all samples. */
  double loss();

  /** One Hessian-vector product over all samples; returns the norm of the product. */
  double hessianProduct();

  /** Mean loss over all samples at the next point of a plane. */
  double surfacePoint();

  @Override
  void close();
}
