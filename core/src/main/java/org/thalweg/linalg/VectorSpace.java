package org.thalweg.linalg;

/** Where vectors come from: a dimension, a precision, and somewhere to keep numbers. */
public interface VectorSpace {
  int dimension();

  Precision precision();

  /** A new zero vector; whoever asks for it closes it. */
  Vector zeros();

  /** A new vector with these components, rounded to the precision of the space. */
  Vector of(double[] values);
}
