package org.thalweg.torch.engine;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.thalweg.linalg.Precision;

/**
 * Numbers between Java arrays and tensors, in bulk copies. A tensor made here belongs to the
 * innermost {@link PointerScope}, or to the caller when there is none.
 */
public final class TensorArrays {
  /** Elements converted at a time: 32 KiB of float64 stays in the first-level cache. */
  static final int PIECE = 4096;

  private TensorArrays() {}

  public static ScalarType scalarType(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> ScalarType.Float;
      case FLOAT64 -> ScalarType.Double;
    };
  }

  /**
   * A tensor of undefined content; an empty shape gives a scalar.
   *
   * @throws org.thalweg.error.ThalwegException {@code OUT_OF_MEMORY}
   */
  public static Tensor empty(ScalarType type, long... shape) {
    Libtorch.load();
    try (TensorOptions options = new TensorOptions(type)) {
      return torch.empty(shape, options, null);
    } catch (RuntimeException e) {
      throw NativeFailure.explain(e);
    }
  }

  /** A tensor of these values, row-major, rounded to the precision. */
  public static Tensor of(double[] values, Precision precision, long... shape) {
    Tensor tensor = empty(scalarType(precision), shape);
    copy(values, tensor);
    return tensor;
  }

  /** A float32 tensor of these values, row-major. */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = empty(ScalarType.Float, shape);
    copy(values, 0, values.length, tensor, 0);
    return tensor;
  }

  /** An int64 tensor of one dimension: labels, indices. */
  public static Tensor of(long... values) {
    Tensor tensor = empty(ScalarType.Long, values.length);
    if (values.length > 0) {
      try (LongPointer data = tensor.data_ptr_long()) {
        data.put(values);
      }
    }
    return tensor;
  }

  /** Overwrites a contiguous float32 or float64 tensor of as many elements. */
  public static void copy(double[] source, Tensor target) {
    requireElements(target, source.length);
    if (source.length == 0) {
      return;
    }
    if (target.scalar_type().intern() == ScalarType.Double) {
      try (DoublePointer data = target.data_ptr_double()) {
        data.put(source);
      }
      return;
    }
    float[] piece = new float[Math.min(PIECE, source.length)];
    for (int start = 0; start < source.length; start += PIECE) {
      int length = Math.min(PIECE, source.length - start);
      for (int i = 0; i < length; i++) {
        piece[i] = (float) source[start + i];
      }
      copy(piece, 0, length, target, start);
    }
  }

  /** Overwrites elements {@code position…} of a contiguous float32 tensor. */
  public static void copy(float[] source, int offset, int length, Tensor target, long position) {
    if (length == 0) {
      return;
    }
    try (FloatPointer data = target.data_ptr_float()) {
      data.position(position).put(source, offset, length);
    }
  }

  /** The elements of a float32 or float64 tensor, row-major, in float64. */
  public static double[] toDoubles(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor source = tensor.contiguous();
      double[] values = new double[Math.toIntExact(source.numel())];
      if (values.length == 0) {
        return values;
      }
      if (source.scalar_type().intern() == ScalarType.Double) {
        source.data_ptr_double().get(values);
        return values;
      }
      float[] piece = new float[Math.min(PIECE, values.length)];
      FloatPointer data = source.data_ptr_float();
      for (int start = 0; start < values.length; start += PIECE) {
        int length = Math.min(PIECE, values.length - start);
        data.position(start).get(piece, 0, length);
        for (int i = 0; i < length; i++) {
          values[start + i] = piece[i];
        }
      }
      return values;
    }
  }

  private static void requireElements(Tensor tensor, int elements) {
    if (tensor.numel() != elements || !tensor.is_contiguous()) {
      throw new IllegalArgumentException(
          elements + " values for a tensor of " + tensor.numel() + " contiguous elements");
    }
  }
}
