package org.thalweg.data;

import java.util.List;
import org.thalweg.array.Elements;
import org.thalweg.array.MappedArray;
import org.thalweg.array.NumericArray;

/**
 * Numbers in row-major order, wherever they lie.
 *
 * @param name for errors, e.g. {@code 'x' of data.npz}
 * @param shape the first axis counts samples
 * @param floating whether they are floats rather than integers or booleans
 */
record NumberArray(
    String name, List<Integer> shape, boolean floating, boolean mapped, Values values) {
  static NumberArray of(String name, MappedArray array) {
    Values values =
        new Values() {
          @Override
          public double get(long index) {
            return array.get(index);
          }

          @Override
          public void copy(long from, int count, float[] target, int offset) {
            array.copy(from, count, target, offset);
          }
        };
    return new NumberArray(name, array.shape(), array.floating(), true, values);
  }

  static NumberArray of(String name, NumericArray array) {
    double[] numbers = array.toDoubles();
    Values values =
        new Values() {
          @Override
          public double get(long index) {
            return numbers[(int) index];
          }

          @Override
          public void copy(long from, int count, float[] target, int offset) {
            for (int i = 0; i < count; i++) {
              target[offset + i] = (float) numbers[(int) from + i];
            }
          }
        };
    boolean floating = !(array.values() instanceof Elements.Int64);
    return new NumberArray(name, array.shape(), floating, false, values);
  }

  /** Numbers of one sample. */
  List<Integer> sampleShape() {
    return shape.size() == 1 ? List.of(1) : shape.subList(1, shape.size());
  }

  /** Samples. */
  int count() {
    return shape.get(0);
  }

  /** Access by position. */
  interface Values {
    double get(long index);

    void copy(long from, int count, float[] target, int offset);
  }
}
