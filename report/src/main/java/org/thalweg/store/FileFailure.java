package org.thalweg.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Says in our words what the operating system said in its own. */
final class FileFailure {
  private FileFailure() {}

  static ThalwegException writing(Path file, IOException e) {
    if (diskFull(file, e)) {
      return ThalwegException.of(ErrorCode.DISK_FULL)
          .expected("room to write " + file)
          .found(reason(e))
          .because(e)
          .next("free some space or choose a folder on another disk; nothing was half-written");
    }
    return ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
        .expected("to be allowed to write " + file)
        .found(reason(e))
        .because(e)
        .next("check the permissions of " + parent(file) + " or choose another folder");
  }

  static ThalwegException reading(Path file, IOException e) {
    if (!Files.exists(file)) {
      return ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a file at " + file)
          .found("nothing")
          .because(e)
          .next("check the name, and whether another process has removed it");
    }
    return ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
        .expected("to be able to read " + file)
        .found(reason(e))
        .because(e)
        .next("check the permissions of the file");
  }

  /** The system's message is the only trace of ENOSPC in Java; a disk without room speaks, too. */
  private static boolean diskFull(Path file, IOException e) {
    String message = reason(e).toLowerCase(Locale.ROOT);
    if (message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("disk quota exceeded")) {
      return true;
    }
    if (e instanceof AccessDeniedException || e instanceof FileNotFoundException) {
      return false;
    }
    try {
      Path folder = parent(file);
      FileStore store = Files.getFileStore(folder);
      // Pseudo file systems have no room at all and are not full.
      return Files.isWritable(folder) && store.getTotalSpace() > 0 && store.getUsableSpace() == 0;
    } catch (IOException unknown) {
      return false;
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    String kind = e.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + message;
  }

  /** The folder of an absolute path; the root is its own. */
  static Path parent(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
