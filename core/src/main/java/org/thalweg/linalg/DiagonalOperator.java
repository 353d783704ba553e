package org.thalweg.linalg;

/** diag(a): its eigenvalues are its entries. */
public final class DiagonalOperator implements LinearOperator {
  private final double[] diagonal;
  private final VectorSpace space;

  private DiagonalOperator(double[] diagonal, VectorSpace space) {
    this.diagonal = diagonal;
    this.space = space;
  }

  /**
   * The operator of these diagonal entries.
   *
   * @param diagonal d entries, copied
   */
  public static DiagonalOperator of(double[] diagonal, VectorSpace space) {
    Dimensions.requireEqual("diagonal", space.dimension(), diagonal.length);
    return new DiagonalOperator(diagonal.clone(), space);
  }

  @Override
  public VectorSpace space() {
    return space;
  }

  @Override
  public void apply(Vector x, Vector y) {
    double[] values = x.toArray();
    Dimensions.requireEqual("vector", diagonal.length, values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] *= diagonal[i];
    }
    y.set(values);
  }
}
