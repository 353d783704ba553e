package org.thalweg.store;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Reads UTF-8 text. */
final class TextFile {
  private TextFile() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
          .expected("UTF-8 text in " + file)
          .found("bytes that are none")
          .because(e)
          .next("restore the file from a copy, or run the command that wrote it again");
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }
}
