package org.thalweg.parameter;

/**
 * A contiguous stretch of the flat vector θ: one filter of a tensor, or a whole tensor.
 *
 * @param offset where it starts in θ
 * @param length how many components it has
 */
public record ParameterSlice(int offset, int length) {
  /** The first index behind the stretch. */
  public int end() {
    return offset + length;
  }

  /** ‖x‖₂ over this stretch of {@code x}, accumulated in float64. */
  public double norm(double[] x) {
    double sum = 0;
    for (int i = offset; i < end(); i++) {
      sum += x[i] * x[i];
    }
    return Math.sqrt(sum);
  }

  /** x ← a·x on this stretch; the rest is left as it is. */
  public void scale(double[] x, double a) {
    for (int i = offset; i < end(); i++) {
      x[i] *= a;
    }
  }
}
