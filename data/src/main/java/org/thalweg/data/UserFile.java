package org.thalweg.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * A file or folder that a user named.
 *
 * @param path as given, relative to the working folder
 */
record UserFile(Path path) {
  /** What is there must be a file. */
  static UserFile file(String text) {
    UserFile file = new UserFile(existing(text));
    if (!Files.isRegularFile(file.path)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a file at " + text)
          .found(Files.isDirectory(file.path) ? "a folder" : "something else")
          .next("name the file itself");
    }
    return file;
  }

  /** What is there must be a folder. */
  static UserFile folder(String text) {
    UserFile folder = new UserFile(existing(text));
    if (!Files.isDirectory(folder.path)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a folder at " + text)
          .found("a file")
          .next("name the folder that holds the files");
    }
    return folder;
  }

  private static Path existing(String text) {
    Path path;
    try {
      path = Path.of(text);
    } catch (InvalidPathException e) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("a path")
          .found("'" + text + "'")
          .because(e)
          .next("check the path");
    }
    if (!Files.exists(path)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a file or folder at " + text)
          .found(
              path.isAbsolute()
                  ? "nothing there"
                  : "nothing there, from " + Path.of("").toAbsolutePath())
          .next("check the path; relative paths start at the working folder");
    }
    return path;
  }

  /** The last part of the path, for errors. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  byte[] bytes() {
    try {
      long size = Files.size(path);
      if (size > Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory())) {
        throw ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
            .expected("a file that fits in memory at " + path)
            .found(size + " bytes")
            .next("split the file, or give Java more memory with -Xmx");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Does something with the content, decompressed if it is gzip. */
  <T> T read(Reading<T> reading) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
      raw.mark(2);
      byte[] start = raw.readNBytes(2);
      raw.reset();
      boolean compressed = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return reading.read(compressed ? new GZIPInputStream(raw) : raw);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The same for content that is in memory. */
  static <T> T readCompressed(byte[] gzip, String name, Reading<T> reading) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return reading.read(in);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("an intact gzip stream in " + name)
          .found(e.toString())
          .because(e)
          .next("copy or download the file again");
    }
  }

  ThalwegException unreadable(IOException cause) {
    return ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
        .expected("to read " + path)
        .found(cause.toString())
        .because(cause)
        .next("check that you may read it and that it is whole");
  }

  /** What to do with the content. */
  @FunctionalInterface
  interface Reading<T> {
    T read(InputStream in) throws IOException;
  }
}
