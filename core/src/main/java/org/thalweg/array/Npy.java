package org.thalweg.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * NumPy's format for one array.
 *
 * <p>Read: versions 1.0 to 3.0, either byte order, row-major or column-major, floats of 16, 32 and
 * 64 bits, signed and unsigned integers of 8 to 64 bits, booleans. Written: version 1.0, little
 * endian, row-major, {@code <f8}, {@code <f4} or {@code <i8}.
 *
 * <p>Errors: {@code DATA_FORMAT} (not npy, Python objects, other types, absurd headers), {@code
 * DATA_CORRUPT} (fewer or more bytes than the shape needs), {@code OUT_OF_MEMORY} (larger than the
 * heap), {@code FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}.
 *
 * <p>Source: NumPy Enhancement Proposal 1 (Kern 2007) and the reference of {@code
 * numpy.lib.format}.
 */
public final class Npy {
  private Npy() {}

  /** Reads the array of a file that holds nothing else. */
  public static NumericArray read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return readAll(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw Reading.failed(file.toString(), e);
    }
  }

  /** Reads one array and leaves the stream behind its last byte. */
  public static NumericArray read(InputStream in) {
    try {
      return read(in, "the array");
    } catch (IOException e) {
      throw Reading.failed("the stream", e);
    }
  }

  /** Writes one array; the same array gives the same bytes. */
  public static void write(NumericArray array, OutputStream out) throws IOException {
    out.write(NpyHeader.write(array));
    ArrayBody.write(array.values(), out);
  }

  /** Reads one array, which must end where the stream ends. */
  static NumericArray readAll(InputStream in, String name) throws IOException {
    NumericArray array = read(in, name);
    if (in.read() >= 0) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("the end of " + name + " after " + array.size() + " elements")
          .found("more bytes")
          .next("check the shape in its header: it is too small for the data");
    }
    return array;
  }

  private static NumericArray read(InputStream in, String name) throws IOException {
    NpyHeader header = NpyHeader.read(in, name);
    return ArrayBody.of(name, header.type(), header.shape())
        .read(in, header.order(), header.columnMajor());
  }
}
