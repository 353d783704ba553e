package org.thalweg.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders of tests: copies, listings, and how far a ledger has come. */
final class Folders {
  private static final int LEDGER_RECORD = 32;

  private Folders() {}

  /** A folder for one test, inside one of its own, so that files beside it do not disturb it. */
  static Path inside(Path temporary, String name) {
    try {
      return Files.createDirectories(temporary.resolve(name).resolve("here"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void copy(Path from, Path to) {
    for (Path source : all(from)) {
      try {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Every file below a folder by its relative name. */
  static NavigableSet<String> names(Path folder) {
    NavigableSet<String> names = new TreeSet<>();
    for (Path path : all(folder)) {
      names.add(folder.relativize(path).toString());
    }
    return names;
  }

  /** The points in a ledger as docs/run-folder.md lays it out; 0 when there is no ledger. */
  static int points(Path ledger) {
    try {
      if (!Files.exists(ledger)) {
        return 0;
      }
      byte[] bytes = Files.readAllBytes(ledger);
      int header = 20 + ByteBuffer.wrap(bytes).getInt(12);
      return Math.max(0, bytes.length - header) / LEDGER_RECORD;
    } catch (IOException e) {
      return 0; // it has just been removed
    }
  }

  private static List<Path> all(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
