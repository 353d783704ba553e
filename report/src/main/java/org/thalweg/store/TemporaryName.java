package org.thalweg.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of files in the making: {@code .NAME.PID.UNIQUE.tmp}, hidden and traceable to a process.
 */
final class TemporaryName {
  private static final Pattern PATTERN = Pattern.compile("\\..+\\.(\\d+)\\.[0-9a-f]+\\.tmp");

  private TemporaryName() {}

  /** Creates an empty temporary file next to {@code file}, with the permissions of a normal one. */
  static Path create(Path file) throws IOException {
    String stem = "." + FileFailure.name(file) + "." + ProcessHandle.current().pid() + ".";
    long unique = System.nanoTime();
    while (true) {
      try {
        return Files.createFile(file.resolveSibling(stem + Long.toHexString(unique) + ".tmp"));
      } catch (FileAlreadyExistsException e) {
        // Another thread was given the same instant.
        unique++;
      }
    }
  }

  static boolean matches(Path file) {
    return PATTERN.matcher(FileFailure.name(file)).matches();
  }

  /** Removes what processes that no longer live on this machine left in a folder. */
  static void removeAbandoned(Path folder) throws IOException {
    for (Path file : children(folder)) {
      Matcher matcher = PATTERN.matcher(FileFailure.name(file));
      if (matcher.matches() && !alive(matcher.group(1))) {
        Files.deleteIfExists(file);
      }
    }
  }

  static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static boolean alive(String pid) {
    try {
      return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).isPresent();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
