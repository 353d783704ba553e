package org.thalweg.array;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The elements of an array in the type in which a file holds them. */
public sealed interface Elements {
  int size();

  /** Every element as float64 (integers beyond 2⁵³ are rounded). */
  double[] toDoubles();

  /** IEEE binary64. */
  final class Float64 implements Elements {
    private final double[] values;

    public Float64(double... values) {
      this.values = values.clone();
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double[] toDoubles() {
      return values.clone();
    }
  }

  /** IEEE binary32. */
  final class Float32 implements Elements {
    private final float[] values;

    public Float32(float... values) {
      this.values = values.clone();
    }

    public float[] toFloats() {
      return values.clone();
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double[] toDoubles() {
      return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
  }

  /** Signed 64-bit integers; narrower integers and booleans of a file are widened to these. */
  final class Int64 implements Elements {
    private final long[] values;

    public Int64(long... values) {
      this.values = values.clone();
    }

    public long[] toLongs() {
      return values.clone();
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double[] toDoubles() {
      return Arrays.stream(values).asDoubleStream().toArray();
    }
  }
}
