package org.thalweg.store;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.thalweg.array.Npz;
import org.thalweg.array.NumericArray;

/** Named arrays in an npz file. */
final class ArrayFile {
  private ArrayFile() {}

  static void write(Path file, Map<String, NumericArray> arrays, Durability durability) {
    AtomicFile.write(file, out -> Npz.write(arrays, out), durability);
  }

  static Map<String, NumericArray> read(Path file) {
    if (!Files.exists(file)) {
      throw FileFailure.reading(file, new NoSuchFileException(file.toString()));
    }
    return Npz.read(file);
  }
}
