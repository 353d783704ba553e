package org.thalweg.parameter;

/** What a parameter tensor does; normalisation rules treat the kinds differently. */
public enum ParameterKind {
  /** Connection weights and kernels: the first dimension counts filters (outputs). */
  WEIGHT,
  /** Additive offsets of a layer. */
  BIAS,
  /** Scale and shift of a normalisation layer. */
  NORM
}
