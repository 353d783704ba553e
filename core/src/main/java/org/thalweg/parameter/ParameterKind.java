package org.thalweg.parameter;

/** What a parameter tensor does; normalisation rules treat the kinds differently. */
public enum ParameterKind {
  WEIGHT,
  BIAS,
  /** Scale and shift of a normalisation layer. */
  NORM
}
