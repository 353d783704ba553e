package org.thalweg.torch.objective;

/** What a loss is as the negative logarithm of a density of the target, given the answer. */
public enum Likelihood {
  /**
   * Its Hessian in the answer does not depend on the target and is the Fisher information:
   * categorical or Bernoulli with logits as answers, normal with the mean as answer. Label
   * smoothing and a constant variance change nothing about that; where a sample has several
   * answers, each has the weight that the loss gives it.
   */
  NATURAL,

  /**
   * The answers are logarithms of probabilities, in which the loss is linear. The Fisher
   * information is diag(e^f) with the weight that the loss gives a position, provided that the
   * probabilities add up to 1.
   */
  LOG_PROBABILITIES,

  /** No density, or none whose Fisher information is known here. */
  NONE
}
