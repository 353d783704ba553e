package org.thalweg.data.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Takes some files out of a tar.gz archive, whatever folders it puts them in. */
final class TarArchive {
  /** More than any set here has; so an archive cannot fill the disk. */
  private static final long MOST_BYTES = 1L << 30;

  private TarArchive() {}

  /** Each file appears in the folder when it is whole; only these names are ever written. */
  static void extract(Path archive, List<String> members, Path folder) throws IOException {
    Set<String> missing = new LinkedHashSet<>(members);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive));
        InputStream plain = new GZIPInputStream(raw);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (entry.isFile() && missing.remove(name)) {
          if (entry.getSize() > MOST_BYTES) {
            throw damaged(archive, "'%s' of %d bytes".formatted(name, entry.getSize()));
          }
          Path part = folder.resolve(name + ".part");
          Files.copy(tar, part, StandardCopyOption.REPLACE_EXISTING);
          Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw damaged(archive, String.valueOf(e.getMessage()));
    }
    if (!missing.isEmpty()) {
      throw damaged(archive, "no " + String.join(", ", missing));
    }
  }

  private static ThalwegException damaged(Path archive, String found) {
    return ThalwegException.of(ErrorCode.DATA_CORRUPT)
        .expected("the files of the set in " + archive)
        .found(found)
        .next("delete the file and download it again");
  }
}
