package org.thalweg.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Begins a run folder, or leaves everything as it was. */
final class RunCreation {
  private RunCreation() {}

  static RunWriter create(RunPaths paths, String title, String codeVersion, boolean force) {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Manifest manifest = Manifest.empty(title, now, codeVersion);
    if (isVacant(paths)) {
      return begin(paths, manifest);
    }
    if (force && Files.exists(paths.manifest())) {
      return replace(paths, manifest);
    }
    throw ThalwegException.of(ErrorCode.FILE_EXISTS)
        .expected("a new or empty folder at " + paths.root())
        .found(kind(paths))
        .next(
            Files.exists(paths.manifest())
                ? "choose another folder with --out, or replace this run with --force"
                : "choose another folder with --out; --force replaces nothing but run folders");
  }

  private static String kind(RunPaths paths) {
    if (!Files.isDirectory(paths.root())) {
      return "a file";
    }
    return Files.exists(paths.manifest()) ? "a run folder" : "a folder that is not empty";
  }

  /** Whether nothing is there but what a creation that was killed leaves behind. */
  private static boolean isVacant(RunPaths paths) {
    if (!Files.exists(paths.root(), LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    if (!Files.isDirectory(paths.root())) {
      return false;
    }
    try {
      return TemporaryName.children(paths.root()).stream()
          .allMatch(
              child ->
                  FileFailure.name(child).equals(FileFailure.name(paths.lock()))
                      || TemporaryName.matches(child));
    } catch (IOException e) {
      throw FileFailure.reading(paths.root(), e);
    }
  }

  private static RunWriter begin(RunPaths paths, Manifest manifest) {
    Deque<Path> created = new ArrayDeque<>();
    RunLock lock = null;
    try {
      createFolders(paths.root().toAbsolutePath(), created);
      lock = RunLock.acquire(paths);
      ManifestFile.write(paths, manifest);
      return RunWriter.begin(paths, manifest, lock, List.copyOf(created));
    } catch (IOException e) {
      undo(paths, created, lock);
      throw FileFailure.writing(paths.root(), e);
    } catch (ThalwegException e) {
      if (e.code() != ErrorCode.RUN_FOLDER_BUSY) {
        undo(paths, created, lock);
      }
      throw e;
    }
  }

  private static void createFolders(Path folder, Deque<Path> created) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
      missing.push(at);
    }
    for (Path next : missing) {
      try {
        Files.createDirectory(next);
        created.push(next);
      } catch (FileAlreadyExistsException e) {
        if (!Files.isDirectory(next)) { // another run may have begun beside this one
          throw e;
        }
      }
    }
  }

  /** Whether a run has its manifest and nothing else. */
  static boolean holdsNothing(RunPaths paths) {
    Set<String> bare = Set.of(RunPaths.MANIFEST, FileFailure.name(paths.lock()));
    try {
      return TemporaryName.children(paths.root()).stream()
          .allMatch(child -> bare.contains(FileFailure.name(child)));
    } catch (IOException e) {
      return false; // what cannot be read is left alone
    }
  }

  /** Removes a run that holds nothing, its lock, and the folders that were created for it. */
  static void discard(RunPaths paths, Collection<Path> created, RunLock lock) {
    try {
      Files.deleteIfExists(paths.manifest());
    } catch (IOException e) {
      lock.close();
      throw FileFailure.writing(paths.manifest(), e);
    }
    undo(paths, created, lock);
  }

  /** Removes the lock and the folders that were created here, innermost first. */
  private static void undo(RunPaths paths, Collection<Path> created, @Nullable RunLock lock) {
    try {
      if (lock != null) {
        Files.deleteIfExists(paths.lock());
        lock.close();
      }
      for (Path folder : created) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // The first failure is the one to be told.
      return;
    }
  }

  /**
   * Puts an empty manifest in place of the old one, which empties the run at one stroke, and then
   * removes the files that no longer count. Files that are not ours stay.
   */
  private static RunWriter replace(RunPaths paths, Manifest manifest) {
    ManifestFile.read(paths);
    RunLock lock = RunLock.acquire(paths);
    try {
      ManifestFile.write(paths, manifest);
      for (String name : RunPaths.OURS) {
        delete(paths.at(name));
      }
      return new RunWriter(paths, manifest, lock);
    } catch (IOException e) {
      lock.close();
      throw FileFailure.writing(paths.root(), e);
    } catch (ThalwegException e) {
      lock.close();
      throw e;
    }
  }

  /** Deletes a file or a folder with its contents; links are removed and not followed. */
  private static void delete(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
