package org.thalweg.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Reads whole files, also in an interrupted thread, for which a channel would be closed. */
final class TextFile {
  private TextFile() {}

  /** The content as UTF-8 text. */
  static String read(Path file) {
    try {
      byte[] bytes = bytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
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

  static byte[] bytes(Path file) throws IOException {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return in.readAllBytes();
    }
  }
}
