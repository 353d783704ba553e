package org.thalweg.array;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** What an exception while reading means to the user. */
final class Reading {
  private Reading() {}

  static ThalwegException failed(String file, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("the file " + file)
          .found("nothing there")
          .because(cause)
          .next("check the path");
    }
    if (cause instanceof ZipException || cause instanceof EOFException) {
      return ThalwegException.of(ErrorCode.DATA_CORRUPT)
          .expected("an intact zip archive in " + file)
          .found(String.valueOf(cause.getMessage()))
          .because(cause)
          .next("copy or download the file again");
    }
    return ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
        .expected("to read " + file)
        .found(cause.toString())
        .because(cause)
        .next("check that it is a file and that you may read it");
  }
}
