package org.thalweg.array;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * NumPy's format for named arrays: a zip archive with one npy file for each.
 *
 * <p>Reads what {@code numpy.savez} and {@code numpy.savez_compressed} write; the order of the file
 * is kept and {@code .npy} dropped from the names. Writes uncompressed entries dated 1980-02-01, so
 * that the same arrays give the same bytes on every machine (deflated bytes depend on the zlib at
 * hand, and float weights hardly shrink).
 *
 * <p>Errors as {@link Npy}, naming the array; an archive without its directory at the end is {@code
 * DATA_CORRUPT}.
 */
public final class Npz {
  private static final String SUFFIX = ".npy";
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;

  // not the first of January: Java adds a time-zone dependent field to that date
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private Npz() {}

  /** Reads all arrays of a file. */
  public static Map<String, NumericArray> read(Path file) {
    return read(file, name -> true);
  }

  /**
   * Reads some arrays of a file; the others cost nothing.
   *
   * @param wanted by name
   */
  public static Map<String, NumericArray> read(Path file, Predicate<String> wanted) {
    String source = String.valueOf(file.getFileName());
    requireZip(file, source);
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().endsWith(SUFFIX) && !wanted.test(name(entry))) {
          continue;
        }
        CRC32 checksum = new CRC32();
        try (InputStream in =
            new BufferedInputStream(new CheckedInputStream(zip.getInputStream(entry), checksum))) {
          add(arrays, entry, in, source);
        }
        requireChecksum(entry, checksum.getValue(), source);
      }
    } catch (IOException e) {
      throw Reading.failed(source, e);
    }
    return arrays;
  }

  /** Reads the stream to its end; it is not closed. */
  public static Map<String, NumericArray> read(InputStream in) {
    String source = "the stream";
    Map<String, NumericArray> arrays = new LinkedHashMap<>();
    try {
      byte[] archive = in.readAllBytes();
      requireZip(archive, source);
      int announced = announcedEntries(archive, source);
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
          add(arrays, entry, zip, source);
        }
      }
      if (announced != (arrays.size() & 0xffff)) {
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected(announced + " arrays in " + source)
            .found(String.valueOf(arrays.size()))
            .next("copy or download the file again");
      }
    } catch (IOException e) {
      throw Reading.failed(source, e);
    }
    return arrays;
  }

  /** Writes all arrays in the order of the map; {@code out} is flushed and not closed. */
  public static void write(Map<String, NumericArray> arrays, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, NumericArray> array : arrays.entrySet()) {
      CountingOutput counted = new CountingOutput();
      CRC32 checksum = new CRC32();
      Npy.write(array.getValue(), new CheckedOutputStream(counted, checksum));
      ZipEntry entry = new ZipEntry(array.getKey() + SUFFIX);
      entry.setMethod(ZipEntry.STORED);
      entry.setTimeLocal(DATE);
      entry.setSize(counted.count());
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      Npy.write(array.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
    out.flush();
  }

  private static void add(
      Map<String, NumericArray> arrays, ZipEntry entry, InputStream in, String source)
      throws IOException {
    String file = entry.getName();
    if (!file.endsWith(SUFFIX)) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("only npy files in " + source)
          .found("'" + file + "'")
          .next("write the archive with numpy.savez");
    }
    String name = name(entry);
    NumericArray array;
    try {
      array = Npy.readAll(in, "array '" + name + "' of " + source);
    } catch (IOException e) {
      throw Reading.failed("array '" + name + "' of " + source, e);
    }
    if (arrays.put(name, array) != null) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("different names in " + source)
          .found("two arrays named '" + name + "'")
          .next("rename one of them");
    }
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
  }

  /** Java 17 answers a name that is not UTF-8 with an exception that is not an IOException. */
  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      ZipException damaged = new ZipException("an entry whose name is not UTF-8");
      damaged.initCause(e);
      throw damaged;
    }
  }

  /** ZipFile leaves this to its callers; ZipInputStream does it itself. */
  private static void requireChecksum(ZipEntry entry, long checksum, String source) {
    if (entry.getCrc() != checksum) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("CRC-32 %08x of '%s' in %s".formatted(entry.getCrc(), entry.getName(), source))
          .found("%08x".formatted(checksum))
          .next("copy or download the file again: it is damaged");
    }
  }

  private static void requireZip(Path file, String source) {
    try (InputStream in = Files.newInputStream(file)) {
      requireZip(in.readNBytes(2), source);
    } catch (IOException e) {
      throw Reading.failed(file.toString(), e);
    }
  }

  private static void requireZip(byte[] start, String source) {
    if (start.length < 2 || start[0] != 'P' || start[1] != 'K') {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("a zip archive in " + source)
          .found(start.length < 2 ? "an empty file" : "other bytes at its start")
          .next("write the file with numpy.savez; a single array (.npy) is read by Npy");
    }
  }

  /** A zip stream that is cut between two entries reads as if it were complete: so look here. */
  private static int announcedEntries(byte[] archive, String source) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = archive.length - END_LENGTH; at >= 0; at--) {
      if (bytes.getInt(at) == END_SIGNATURE) {
        return Short.toUnsignedInt(bytes.getShort(at + 10));
      }
    }
    throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
        .expected("the directory at the end of the zip archive in " + source)
        .found("no directory in " + archive.length + " bytes")
        .next("copy or download the file again: it is cut short");
  }

  /** Counts bytes and forgets them. */
  private static final class CountingOutput extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }

    long count() {
      return count;
    }
  }
}
