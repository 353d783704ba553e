package org.thalweg.export;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.thalweg.store.AtomicFile;

/** Writes an HDF5 file whole or not at all; the same content gives the same bytes. */
final class Hdf5Output {
  /** Where jHDF names itself, the operating system and the processor. */
  private static final String SIGNATURE = "_jHDF";

  private Hdf5Output() {}

  static void write(Path file, Consumer<WritableGroup> content) {
    AtomicFile.write(file, out -> write(out, content));
  }

  /** The library writes to a path and needs to go back in it, so the bytes take a detour. */
  private static void write(OutputStream out, Consumer<WritableGroup> content) throws IOException {
    Path temporary = Files.createTempFile("thalweg", ".h5");
    try {
      try (WritableHdfFile hdf = HdfFile.write(temporary)) {
        hdf.removeAttribute(SIGNATURE);
        content.accept(hdf);
      } catch (RuntimeException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        throw e;
      }
      Files.copy(temporary, out);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
