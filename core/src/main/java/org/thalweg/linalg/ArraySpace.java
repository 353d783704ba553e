package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Vectors in a Java array, for analytic objectives and for algorithms without libtorch.
 *
 * <p>In {@link Precision#FLOAT32} every stored component is rounded to float32 after each
 * operation, which is how an algorithm behaves on a float32 tensor; there is no gain in memory.
 */
public record ArraySpace(int dimension, Precision precision) implements VectorSpace {
  public ArraySpace {
    if (dimension < 1) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected("a dimension of at least 1")
          .found(Integer.toString(dimension))
          .next("give the number of parameters");
    }
  }

  /** Float64 vectors. */
  public static ArraySpace of(int dimension) {
    return new ArraySpace(dimension, Precision.FLOAT64);
  }

  @Override
  public Vector zeros() {
    return new ArrayVector(this, new double[dimension]);
  }

  @Override
  public Vector of(double[] values) {
    return zeros().set(values);
  }

  double round(double value) {
    return precision == Precision.FLOAT32 ? (float) value : value;
  }
}
