package org.thalweg.torch.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.thalweg.linalg.Precision;
import org.thalweg.linalg.Vector;

/**
 * A vector that is a flat float32 or float64 tensor. It owns its memory until {@link #close},
 * whatever scope it was made in, and is never part of an autograd graph.
 *
 * <p>Dot products accumulate in float64 in either precision and always in the same order; float32
 * vectors are read in pieces that fit the first-level cache, so that no wide copy is made. Other
 * operations are single calls of libtorch, in place and rounded to the precision of this vector.
 * Vectors of other kinds or precisions are accepted as arguments, at the cost of a copy.
 */
public final class TensorVector implements Vector {
  private final TensorSpace space;
  private final Tensor tensor;
  private boolean closed;

  /** Takes over a contiguous tensor of one dimension that requires no gradient. */
  TensorVector(TensorSpace space, Tensor tensor) {
    this.space = space;
    this.tensor = tensor;
    tensor.retainReference();
  }

  @Override
  public TensorSpace space() {
    return space;
  }

  /** The numbers themselves: writing to this tensor changes the vector. Do not close it. */
  public Tensor tensor() {
    if (closed) {
      throw new IllegalStateException("a vector was used after it had been closed");
    }
    return tensor;
  }

  @Override
  public double dot(Vector other) {
    space.requireDimension(other.dimension());
    Tensor mine = tensor();
    if (other instanceof TensorVector vector && vector.precision() == precision()) {
      return precision() == Precision.FLOAT32
          ? dotFloat32(mine, vector.tensor())
          : dotFloat64(mine, vector.tensor());
    }
    try (TensorVector converted = wide(other);
        TensorVector wide = wide(this)) {
      return dotFloat64(wide.tensor, converted.tensor);
    }
  }

  @Override
  public TensorVector axpy(double a, Vector x) {
    space.requireDimension(x.dimension());
    try (Scalar factor = new Scalar(a)) {
      if (x instanceof TensorVector vector) {
        tensor().add_(vector.tensor(), factor);
      } else {
        try (TensorVector converted = space.of(x.toArray())) {
          tensor().add_(converted.tensor, factor);
        }
      }
    }
    return this;
  }

  @Override
  public TensorVector scale(double a) {
    try (Scalar factor = new Scalar(a)) {
      tensor().mul_(factor);
    }
    return this;
  }

  @Override
  public TensorVector set(Vector x) {
    space.requireDimension(x.dimension());
    if (x instanceof TensorVector vector) {
      tensor().copy_(vector.tensor());
    } else {
      TensorArrays.copy(x.toArray(), tensor());
    }
    return this;
  }

  @Override
  public TensorVector set(double[] values) {
    space.requireDimension(values.length);
    TensorArrays.copy(values, tensor());
    return this;
  }

  @Override
  public TensorVector copy() {
    Tensor source = tensor();
    TensorVector copy = space.uninitialized();
    copy.tensor.copy_(source);
    return copy;
  }

  @Override
  public double[] toArray() {
    return TensorArrays.toDoubles(tensor());
  }

  /** Frees the memory; a second call does nothing. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      tensor.close();
    }
  }

  private Precision precision() {
    return space.precision();
  }

  private static TensorVector wide(Vector x) {
    return new TensorSpace(x.dimension(), Precision.FLOAT64).of(x.toArray());
  }

  private static double dotFloat32(Tensor x, Tensor y) {
    long n = x.numel();
    int piece = (int) Math.min(TensorArrays.PIECE, n);
    float[] a = new float[piece];
    float[] b = new float[piece];
    double sum = 0;
    try (PointerScope scope = new PointerScope()) {
      FloatPointer left = x.data_ptr_float();
      FloatPointer right = y.data_ptr_float();
      for (long start = 0; start < n; start += piece) {
        int length = (int) Math.min(piece, n - start);
        left.position(start).get(a, 0, length);
        right.position(start).get(b, 0, length);
        sum += dot(a, b, length);
      }
    }
    return sum;
  }

  private static double dotFloat64(Tensor x, Tensor y) {
    try (Tensor product = torch.dot(x, y)) {
      return product.item_double();
    }
  }

  /** Eight partial sums, which the processor adds side by side. */
  private static double dot(float[] a, float[] b, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 7 < length; i += 8) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
      s4 += (double) a[i + 4] * b[i + 4];
      s5 += (double) a[i + 5] * b[i + 5];
      s6 += (double) a[i + 6] * b[i + 6];
      s7 += (double) a[i + 7] * b[i + 7];
    }
    for (; i < length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }
}
