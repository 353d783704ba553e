package org.thalweg.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An npy array that stays in its file and is paged in by the operating system, so that gigabytes
 * cost no heap. Immutable and safe for several threads.
 *
 * <p>Column-major files are read in row-major order, one element at a time, which is slow when the
 * file does not fit in memory. The mapping ends when this object is garbage. Until then the file
 * must not change: other bytes would be read as other numbers, and a file that is cut short ends in
 * an {@link InternalError} of the Java platform.
 *
 * <p>Errors as {@link Npy}.
 */
public final class MappedArray {
  /** A multiple of every element's width, so that no element lies in two segments. */
  private static final int SEGMENT_BITS = 30;

  private static final long SEGMENT = 1L << SEGMENT_BITS;

  private final ElementType type;
  private final List<Integer> shape;
  private final long size;
  private final boolean columnMajor;
  private final ByteBuffer[] segments;

  private MappedArray(NpyHeader header, long size, ByteBuffer... segments) {
    this.type = header.type();
    this.shape = header.shape();
    this.size = size;
    this.columnMajor = header.columnMajor() && shape.size() > 1;
    this.segments = segments;
  }

  /** Maps an npy file. */
  public static MappedArray open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return open(channel, 0, channel.size(), String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw Reading.failed(file.toString(), e);
    }
  }

  /**
   * Maps an npy file that lies, uncompressed, inside another file.
   *
   * @param offset of its first byte
   * @param length of the whole npy file in bytes
   * @param name for errors, e.g. {@code array 'x' of data.npz}
   */
  public static MappedArray open(Path file, long offset, long length, String name) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (offset < 0 || length < 0 || offset > channel.size() - length) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("%d bytes from byte %d on for %s".formatted(length, offset, name))
            .found("a file of " + channel.size() + " bytes")
            .next("copy or download the file again: it is cut short");
      }
      return open(channel, offset, length, name);
    } catch (IOException e) {
      throw Reading.failed(file.toString(), e);
    }
  }

  private static MappedArray open(FileChannel channel, long offset, long length, String name)
      throws IOException {
    channel.position(offset);
    NpyHeader header = NpyHeader.read(Channels.newInputStream(channel), name);
    long start = channel.position();
    long found = offset + length - start;
    int width = header.type().width();
    long size = header.shape().contains(0) ? 0 : 1;
    for (int extent : header.shape()) {
      if (size > Math.max(0, found) / Math.max(1, extent)) {
        throw wrongLength(header, name, found);
      }
      size *= extent;
    }
    if (size > found / width || size * width != found) {
      throw wrongLength(header, name, found);
    }
    ByteBuffer[] segments = new ByteBuffer[(int) ((found + SEGMENT - 1) >>> SEGMENT_BITS)];
    for (int i = 0; i < segments.length; i++) {
      long from = (long) i << SEGMENT_BITS;
      segments[i] =
          channel
              .map(FileChannel.MapMode.READ_ONLY, start + from, Math.min(SEGMENT, found - from))
              .order(header.order());
    }
    return new MappedArray(header, size, segments);
  }

  private static ThalwegException wrongLength(NpyHeader header, String name, long found) {
    return ThalwegException.of(ErrorCode.DATA_CORRUPT)
        .expected(
            "as many bytes in %s as %s elements of %d bytes need"
                .formatted(name, header.shape(), header.type().width()))
        .found(found + " bytes behind the header")
        .next("copy or download the file again, or check the shape in its header");
  }

  public List<Integer> shape() {
    return shape;
  }

  /** Number of elements. */
  public long size() {
    return size;
  }

  /** Whether the file holds floating-point numbers rather than integers or booleans. */
  public boolean floating() {
    return switch (type) {
      case FLOAT64, FLOAT32, FLOAT16, BFLOAT16 -> true;
      default -> false;
    };
  }

  /** One element in row-major order as float64; integers beyond 2⁵³ are rounded. */
  public double get(long index) {
    return stored(columnMajor ? columnMajorIndex(index) : index);
  }

  /** Copies {@code count} elements in row-major order as float32 to {@code target[offset…]}. */
  public void copy(long from, int count, float[] target, int offset) {
    if (type != ElementType.FLOAT32 || columnMajor) {
      for (int i = 0; i < count; i++) {
        target[offset + i] = (float) get(from + i);
      }
      return;
    }
    int done = 0;
    while (done < count) {
      long at = (from + done) * Float.BYTES;
      ByteBuffer segment = segments[(int) (at >>> SEGMENT_BITS)];
      int start = (int) (at & (SEGMENT - 1));
      int here = Math.min(count - done, (segment.capacity() - start) / Float.BYTES);
      segment
          .slice(start, here * Float.BYTES)
          .order(segment.order())
          .asFloatBuffer()
          .get(target, offset + done, here);
      done += here;
    }
  }

  private long columnMajorIndex(long rowMajor) {
    long rest = rowMajor;
    long stride = size;
    long index = 0;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      stride /= shape.get(axis);
      index += rest % shape.get(axis) * stride;
      rest /= shape.get(axis);
    }
    return index;
  }

  private double stored(long index) {
    long at = index * type.width();
    ByteBuffer segment = segments[(int) (at >>> SEGMENT_BITS)];
    int byteInSegment = (int) (at & (SEGMENT - 1));
    return switch (type) {
      case FLOAT64 -> segment.getDouble(byteInSegment);
      case FLOAT32 -> segment.getFloat(byteInSegment);
      case FLOAT16 -> HalfPrecision.toFloat(segment.getShort(byteInSegment));
      case BFLOAT16 -> Float.intBitsToFloat(segment.getShort(byteInSegment) << 16);
      case INT64 -> segment.getLong(byteInSegment);
      case UINT64 -> unsigned(segment.getLong(byteInSegment));
      case INT32 -> segment.getInt(byteInSegment);
      case UINT32 -> Integer.toUnsignedLong(segment.getInt(byteInSegment));
      case INT16 -> segment.getShort(byteInSegment);
      case UINT16 -> Short.toUnsignedInt(segment.getShort(byteInSegment));
      case INT8 -> segment.get(byteInSegment);
      case UINT8 -> Byte.toUnsignedInt(segment.get(byteInSegment));
      case BOOLEAN -> segment.get(byteInSegment) == 0 ? 0 : 1;
    };
  }

  private static double unsigned(long bits) {
    // halving with the lowest bit kept rounds as the whole number would
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
