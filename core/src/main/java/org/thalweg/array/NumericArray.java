package org.thalweg.array;

import java.math.BigInteger;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An immutable row-major array of numbers: what npy, npz and safetensors files hold.
 *
 * @param shape empty for a scalar
 * @param values the elements
 */
public record NumericArray(List<Integer> shape, Elements values) {
  public NumericArray {
    shape = List.copyOf(shape);
    boolean sound = shape.stream().allMatch(extent -> extent >= 0);
    BigInteger size =
        shape.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    if (!sound || !size.equals(BigInteger.valueOf(values.size()))) {
      throw ThalwegException.of(ErrorCode.DIMENSION_MISMATCH)
          .expected(size + " values for an array of shape " + shape)
          .found(values.size() + " values")
          .next("give shape and values that fit");
    }
  }

  public static NumericArray of(double[] values, Integer... shape) {
    return new NumericArray(List.of(shape), new Elements.Float64(values));
  }

  public static NumericArray of(float[] values, Integer... shape) {
    return new NumericArray(List.of(shape), new Elements.Float32(values));
  }

  public static NumericArray of(long[] values, Integer... shape) {
    return new NumericArray(List.of(shape), new Elements.Int64(values));
  }

  public int size() {
    return values.size();
  }

  public double[] toDoubles() {
    return values.toDoubles();
  }
}
