package org.thalweg.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.thalweg.array.MappedArray;
import org.thalweg.array.Npz;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * An npz file whose arrays are opened by name: uncompressed ones by mapping, after their checksum
 * was compared, compressed ones by reading.
 */
final class NpzArchive {
  private static final String SUFFIX = ".npy";
  private static final int BUFFER = 1 << 16;

  private final UserFile file;
  private final List<String> names;

  /**
   * Reads the directory.
   *
   * @throws ThalwegException {@code DATA_FORMAT} if this is no npz file, {@code DATA_CORRUPT}
   */
  NpzArchive(UserFile file) {
    this.file = file;
    // refuses what is no zip archive of npy files; no array is read
    Npz.read(file.path(), name -> false);
    try (ZipFile zip = archive()) {
      names =
          Collections.list(zip.getEntries()).stream()
              .map(ZipArchiveEntry::getName)
              .filter(name -> name.endsWith(SUFFIX))
              .map(name -> name.substring(0, name.length() - SUFFIX.length()))
              .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw corrupt("an intact zip directory in " + file.name(), String.valueOf(e.getMessage()));
    }
  }

  private ZipFile archive() throws IOException {
    return ZipFile.builder().setPath(file.path()).get();
  }

  /** All names, in the order of the file. */
  List<String> names() {
    return names;
  }

  /**
   * Opens one array.
   *
   * @throws ThalwegException {@code UNKNOWN_NAME}; as {@link Npz}
   */
  NumberArray open(String name) {
    if (!names.contains(name)) {
      throw ThalwegException.of(ErrorCode.UNKNOWN_NAME)
          .expected("an array '%s' in %s".formatted(name, file.name()))
          .found(String.join(", ", names))
          .next("name the arrays, e.g. npz:%s,x=features,y=labels".formatted(file.path()));
    }
    String label = "'%s' of %s".formatted(name, file.name());
    try (ZipFile zip = archive()) {
      ZipArchiveEntry entry = Objects.requireNonNull(zip.getEntry(name + SUFFIX));
      if (entry.getMethod() == ZipEntry.STORED && !entry.getGeneralPurposeBit().usesEncryption()) {
        requireChecksum(zip, entry, label);
        MappedArray array =
            MappedArray.open(file.path(), entry.getDataOffset(), entry.getSize(), "array " + label);
        return NumberArray.of(label, array);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw corrupt("an intact zip entry for " + label, String.valueOf(e.getMessage()));
    }
    return NumberArray.of(
        label, Objects.requireNonNull(Npz.read(file.path(), name::equals).get(name)));
  }

  /** Reading the bytes also makes the archive find where they begin. */
  private static void requireChecksum(ZipFile zip, ZipArchiveEntry entry, String label)
      throws IOException {
    CRC32 checksum = new CRC32();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getRawInputStream(entry)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        checksum.update(buffer, 0, count);
      }
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw corrupt(
          "CRC-32 %08x of %s".formatted(entry.getCrc(), label),
          "%08x".formatted(checksum.getValue()));
    }
  }

  private static ThalwegException corrupt(String expected, String found) {
    return ThalwegException.of(ErrorCode.DATA_CORRUPT)
        .expected(expected)
        .found(found)
        .next("copy or download the file again: it is damaged");
  }
}
