package org.thalweg.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** How files spell one number, and what we make of it. */
enum ElementType {
  FLOAT64(8),
  FLOAT32(4),
  FLOAT16(2),
  BFLOAT16(2),
  INT64(8),
  INT32(4),
  INT16(2),
  INT8(1),
  UINT64(8),
  UINT32(4),
  UINT16(2),
  UINT8(1),
  BOOLEAN(1);

  private final int width;

  ElementType(int width) {
    this.width = width;
  }

  /** Bytes per element. */
  int width() {
    return width;
  }

  /** Bytes of heap that one decoded element needs. */
  int decodedWidth() {
    return switch (this) {
      case FLOAT32, FLOAT16, BFLOAT16 -> Float.BYTES;
      default -> Double.BYTES;
    };
  }

  /** The type in which these elements are written. */
  static ElementType of(Elements elements) {
    if (elements instanceof Elements.Float64) {
      return FLOAT64;
    }
    return elements instanceof Elements.Float32 ? FLOAT32 : INT64;
  }

  /**
   * All elements in {@code bytes}.
   *
   * @param array whose elements these are, for the error
   */
  Elements decode(byte[] bytes, ByteOrder order, Supplier<String> array) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(order);
    int count = bytes.length / width;
    return switch (this) {
      case FLOAT64 -> {
        double[] values = new double[count];
        data.asDoubleBuffer().get(values);
        yield new Elements.Float64(values);
      }
      case FLOAT32 -> {
        float[] values = new float[count];
        data.asFloatBuffer().get(values);
        yield new Elements.Float32(values);
      }
      case FLOAT16 -> {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
          values[i] = HalfPrecision.toFloat(data.getShort(2 * i));
        }
        yield new Elements.Float32(values);
      }
      case BFLOAT16 -> {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
          // bfloat16 is the upper half of a binary32
          values[i] = Float.intBitsToFloat(data.getShort(2 * i) << 16);
        }
        yield new Elements.Float32(values);
      }
      case INT64 -> {
        long[] values = new long[count];
        data.asLongBuffer().get(values);
        yield new Elements.Int64(values);
      }
      case UINT64 -> {
        long[] values = new long[count];
        data.asLongBuffer().get(values);
        requireSigned(values, array);
        yield new Elements.Int64(values);
      }
      case INT32 -> integers(count, i -> data.getInt(4 * i));
      case UINT32 -> integers(count, i -> Integer.toUnsignedLong(data.getInt(4 * i)));
      case INT16 -> integers(count, i -> data.getShort(2 * i));
      case UINT16 -> integers(count, i -> Short.toUnsignedLong(data.getShort(2 * i)));
      case INT8 -> integers(count, data::get);
      case UINT8 -> integers(count, i -> Byte.toUnsignedLong(data.get(i)));
      case BOOLEAN -> integers(count, i -> data.get(i) == 0 ? 0 : 1);
    };
  }

  private static Elements integers(int count, IntToLongFunction element) {
    return new Elements.Int64(IntStream.range(0, count).mapToLong(element).toArray());
  }

  private static void requireSigned(long[] values, Supplier<String> array) {
    for (long value : values) {
      if (value < 0) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected("integers up to " + Long.MAX_VALUE + " in " + array.get())
            .found(Long.toUnsignedString(value))
            .next("store these numbers as int64 or float64");
      }
    }
  }
}
