package org.thalweg.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Supplier;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The numbers of one array, as bytes.
 *
 * <p>What a header promises is believed only when the bytes are there: memory grows with what was
 * read, never with what was announced.
 */
final class ArrayBody {
  private static final int CHUNK = 8192;

  private final String array;
  private final ElementType type;
  private final List<Integer> shape;
  private final int byteCount;

  private ArrayBody(String array, ElementType type, List<Integer> shape, int byteCount) {
    this.array = array;
    this.type = type;
    this.shape = shape;
    this.byteCount = byteCount;
  }

  /**
   * @param array for errors, e.g. {@code array 'fc1.weight' of weights.npz}
   */
  static ArrayBody of(String array, ElementType type, List<Integer> shape) {
    long count = shape.contains(0) ? 0 : 1;
    for (int extent : shape) {
      // count stays below 2³¹ before each product, so the product of two ints cannot overflow
      count *= extent;
      if (count * type.width() > Integer.MAX_VALUE - 8) {
        throw ThalwegException.of(ErrorCode.DATA_FORMAT)
            .expected(array + " to hold less than 2 GiB")
            .found("the shape " + shape)
            .next("check the file; split the array if it is really that large");
      }
    }
    requireMemory(array, count * (type.width() + 2L * type.decodedWidth()));
    return new ArrayBody(array, type, shape, (int) (count * type.width()));
  }

  private static void requireMemory(String array, long needed) {
    long most = Runtime.getRuntime().maxMemory();
    if (needed > most) {
      throw ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
          .expected(needed + " bytes of heap to read " + array)
          .found("at most " + most + " bytes")
          .next("give Java more memory with -Xmx, or check the file");
    }
  }

  int byteCount() {
    return byteCount;
  }

  /** Reads the elements from here; column-major ("Fortran") order is turned into row-major. */
  NumericArray read(InputStream in, ByteOrder order, boolean columnMajor) throws IOException {
    byte[] bytes = in.readNBytes(byteCount);
    if (bytes.length < byteCount) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected(byteCount + " bytes in " + array + " of shape " + shape)
          .found(bytes.length + " bytes")
          .next("copy or download the file again: it is cut short");
    }
    byte[] rowMajor = columnMajor && shape.size() > 1 && byteCount > 0 ? rowMajor(bytes) : bytes;
    Supplier<String> name = () -> array;
    return new NumericArray(shape, type.decode(rowMajor, order, name));
  }

  private byte[] rowMajor(byte[] columnMajor) {
    int width = type.width();
    int rank = shape.size();
    int[] stride = new int[rank];
    int size = 1;
    for (int axis = 0; axis < rank; axis++) {
      stride[axis] = size;
      size *= shape.get(axis);
    }
    byte[] rowMajor = new byte[columnMajor.length];
    int[] index = new int[rank];
    int source = 0;
    for (int target = 0; target < size; target++) {
      System.arraycopy(columnMajor, source * width, rowMajor, target * width, width);
      for (int axis = rank - 1; axis >= 0; axis--) {
        source += stride[axis];
        if (++index[axis] < shape.get(axis)) {
          break;
        }
        source -= stride[axis] * shape.get(axis);
        index[axis] = 0;
      }
    }
    return rowMajor;
  }

  /** Writes all elements, little endian, row-major. */
  static void write(Elements elements, OutputStream out) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * 8).order(ByteOrder.LITTLE_ENDIAN);
    int size = elements.size();
    if (elements instanceof Elements.Float32 float32) {
      float[] values = float32.toFloats();
      for (int from = 0; from < size; from += CHUNK) {
        int count = Math.min(CHUNK, size - from);
        chunk.asFloatBuffer().put(values, from, count);
        out.write(chunk.array(), 0, count * Float.BYTES);
      }
    } else if (elements instanceof Elements.Int64 int64) {
      long[] values = int64.toLongs();
      for (int from = 0; from < size; from += CHUNK) {
        int count = Math.min(CHUNK, size - from);
        chunk.asLongBuffer().put(values, from, count);
        out.write(chunk.array(), 0, count * Long.BYTES);
      }
    } else {
      double[] values = elements.toDoubles();
      for (int from = 0; from < size; from += CHUNK) {
        int count = Math.min(CHUNK, size - from);
        chunk.asDoubleBuffer().put(values, from, count);
        out.write(chunk.array(), 0, count * Double.BYTES);
      }
    }
  }
}
