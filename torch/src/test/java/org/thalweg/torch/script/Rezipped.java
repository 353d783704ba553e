package org.thalweg.torch.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A TorchScript file with other contents and right checksums. */
final class Rezipped {
  private Rezipped() {}

  /** Changes the text of every entry that is code. */
  static void copy(Path source, Path target, UnaryOperator<String> code) throws IOException {
    entries(
        source,
        target,
        (name, bytes) ->
            name.endsWith(".py")
                ? code.apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
  }

  /** Changes the bytes of entries. */
  static void entries(Path source, Path target, EntryChange change) throws IOException {
    try (ZipFile zip = new ZipFile(source.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = change.apply(entry.getName(), zip.getInputStream(entry).readAllBytes());
        ZipEntry copy = new ZipEntry(entry.getName());
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(bytes.length);
        copy.setCrc(checksum.getValue());
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
      }
    }
  }

  /** What becomes of an entry. */
  interface EntryChange {
    byte[] apply(String name, byte[] bytes);
  }
}
