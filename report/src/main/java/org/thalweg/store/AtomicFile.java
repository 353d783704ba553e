package org.thalweg.store;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Writes a whole file or nothing: into a temporary file in the same folder, to the disk, then
 * renamed over the target. A reader sees the old file or the new one, never a part of it.
 *
 * <p>Missing parent folders are created. When writing fails, or {@code content} throws, the
 * temporary file is removed and the target is as it was. Only a killed process leaves a temporary
 * file behind; the next writer of the run folder removes it.
 *
 * <p>Errors: {@code FILE_EXISTS} when the target is a folder, {@code FILE_NOT_WRITABLE}, {@code
 * DISK_FULL}.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Produces the bytes of a file; need not close the stream. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes UTF-8 text. */
  public static void writeText(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static void write(Path target, Content content) {
    write(target, content, Durability.MACHINE);
  }

  /** Writes a file that survives as much as this. */
  public static void write(Path target, Content content, Durability durability) {
    Path file = target.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("a file, or nothing yet, at " + file)
          .found("a folder")
          .next("give another name or move the folder away");
    }
    try {
      Path folder = FileFailure.parent(file);
      Files.createDirectories(folder);
      Path temporary = TemporaryName.create(file);
      try {
        // A FileOutputStream, because a channel would be closed by an interrupted thread.
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
          OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
          content.writeTo(buffered);
          buffered.flush();
          if (durability == Durability.MACHINE) {
            out.getFD().sync();
          }
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      if (durability == Durability.MACHINE) {
        synchronize(folder);
      }
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  /** Makes a file, or the renames in a folder, durable, on systems where that can be done. */
  static void synchronize(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows has no such call; the file is complete either way.
      return;
    }
  }
}
