package org.thalweg.export;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** The bytes of a file to be imported, in memory. */
final class ImportedFile {
  private final String name;
  private final byte[] bytes;

  /** Keeps the array itself. */
  ImportedFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  static ImportedFile read(Path file) {
    if (!Files.exists(file)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a file at " + file)
          .found("nothing")
          .next("check the path");
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      requireMemory(file);
      return new ImportedFile(String.valueOf(file.getFileName()), in.readAllBytes());
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("to read " + file)
          .found(String.valueOf(e.getMessage()))
          .because(e)
          .next("check that it is a file and that you may read it");
    }
  }

  private static void requireMemory(Path file) throws IOException {
    long size = Files.size(file);
    long most = Math.min(Runtime.getRuntime().maxMemory() / 2, Integer.MAX_VALUE - 8);
    if (size > most) {
      throw ThalwegException.of(ErrorCode.OUT_OF_MEMORY)
          .expected("a file of at most " + most + " bytes")
          .found(file + " with " + size + " bytes")
          .next("give Java more memory with -Xmx (files of 2 GiB and more cannot be imported)");
    }
  }

  /** For errors and provenance; without its folders. */
  String name() {
    return name;
  }

  /** Not a copy: nobody writes to it. */
  byte[] bytes() {
    return bytes;
  }

  String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ThalwegException.of(ErrorCode.DATA_FORMAT)
          .expected("UTF-8 text in " + name)
          .found("bytes that are none")
          .because(e)
          .next("save the file as UTF-8");
    }
  }

  String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
