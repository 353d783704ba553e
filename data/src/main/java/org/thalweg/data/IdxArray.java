package org.thalweg.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An array of unsigned bytes in the IDX format, raw or compressed by gzip.
 *
 * <p>Layout, big endian: two zero bytes, the type (8 = unsigned byte; others are refused), the
 * number of axes, one 32-bit extent for each axis, the bytes. Nothing is allocated for extents that
 * the file cannot hold: gzip never expands by more than 1032 : 1.
 *
 * <p>Source: Y. LeCun, C. Cortes, C. Burges, description of the files of the MNIST database.
 */
final class IdxArray {
  private static final int UNSIGNED_BYTE = 8;
  private static final int MOST_EXPANSION = 1032;

  private final String file;
  private final List<Integer> extents;
  private final byte[] values;

  private IdxArray(String file, List<Integer> extents, byte[] values) {
    this.file = file;
    this.extents = extents;
    this.values = values;
  }

  /**
   * @param content the whole file
   * @param file its name, for errors
   */
  static IdxArray read(byte[] content, String file, int axes) {
    boolean compressed = content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
    long most = compressed ? (long) content.length * MOST_EXPANSION : content.length;
    Progress progress = new Progress();
    try (InputStream raw = new ByteArrayInputStream(content);
        InputStream in = compressed ? new GZIPInputStream(raw) : raw) {
      return read(in, file, axes, most, progress);
    } catch (EOFException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected(progress.expected + " bytes in " + file + " after decompression")
          .found(
              "a gzip stream of %d bytes that ends early, after %d bytes"
                  .formatted(content.length, progress.read))
          .because(e)
          .next("copy or download the file again: it is cut short");
    } catch (ZipException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("an intact gzip stream in " + file)
          .found(e.getMessage() + ", after " + progress.read + " bytes")
          .because(e)
          .next("copy or download the file again: it is damaged");
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("to read " + file)
          .found(e.toString())
          .because(e)
          .next("copy or download the file again");
    }
  }

  private static IdxArray read(InputStream in, String file, int axes, long most, Progress progress)
      throws IOException {
    int headerLength = Integer.BYTES * (1 + axes);
    progress.expected = headerLength;
    byte[] header = fill(in, new byte[headerLength], file, progress);
    if (header[0] != 0 || header[1] != 0 || header[2] != UNSIGNED_BYTE || header[3] != axes) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("the IDX magic 0000%02x%02x in %s".formatted(UNSIGNED_BYTE, axes, file))
          .found("%08x".formatted(ByteBuffer.wrap(header).getInt()))
          .next("check that images and labels are not exchanged and that this is an IDX file");
    }
    List<Integer> extents = new ArrayList<>();
    long size = 1;
    for (int axis = 0; axis < axes; axis++) {
      int extent = ByteBuffer.wrap(header).getInt(Integer.BYTES * (1 + axis));
      size = extent < 0 || size > most ? Long.MAX_VALUE : size * extent;
      extents.add(extent);
    }
    if (size > most - headerLength || size > Integer.MAX_VALUE - 8) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("at most %d bytes in %s".formatted(most - headerLength, file))
          .found(
              "a header that announces " + extents.stream().map(Integer::toUnsignedString).toList())
          .next("copy or download the file again: its header is damaged or it is cut short");
    }
    progress.expected += (int) size;
    byte[] values = fill(in, new byte[(int) size], file, progress);
    // reading the end makes gzip compare its checksum
    if (in.read() >= 0) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected(progress.expected + " bytes in " + file)
          .found("more bytes")
          .next("copy or download the file again: its header does not fit its length");
    }
    return new IdxArray(file, List.copyOf(extents), values);
  }

  private static byte[] fill(InputStream in, byte[] target, String file, Progress progress)
      throws IOException {
    int filled = 0;
    while (filled < target.length) {
      int count = in.read(target, filled, target.length - filled);
      if (count < 0) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected(progress.expected + " bytes in " + file)
            .found(progress.read + " bytes")
            .next("copy or download the file again: it is cut short");
      }
      filled += count;
      progress.read += count;
    }
    return target;
  }

  String file() {
    return file;
  }

  List<Integer> extents() {
    return extents;
  }

  /** The bytes themselves, not a copy. */
  byte[] values() {
    return values;
  }

  /** How far reading came, for errors. */
  private static final class Progress {
    private int expected;
    private int read;
  }
}
