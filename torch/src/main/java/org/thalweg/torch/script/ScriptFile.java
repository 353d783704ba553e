package org.thalweg.torch.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What can be said of a TorchScript file without libtorch: that it is there, whole and of the right
 * kind. Damage is found here, by the checksums that libtorch does not read.
 */
final class ScriptFile {
  private static final String SAVE =
      "save the network with torch.jit.script(model.eval()).save(\"model.pt\") or"
          + " torch.jit.trace(model.eval(), example).save(\"model.pt\")";

  /** Code is compressed about ten times; what is compressed more is not code. */
  private static final long COMPRESSION = 100;

  private static final long SMALL = 1 << 20;
  private static final int ZIP = 0x504B0304;
  private static final int PIECE = 1 << 16;

  private ScriptFile() {}

  /**
   * Accepts the file or explains what is wrong with it.
   *
   * @throws ThalwegException {@code FILE_NOT_FOUND}, {@code FILE_NOT_READABLE}, {@code
   *     NETWORK_FILE}
   */
  static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_FOUND)
          .expected("a TorchScript file")
          .found("no file at " + file)
          .next("check the path");
    }
    try {
      byte[] start = start(file);
      if (!isZip(start)) {
        throw notZip(file, start);
      }
      contents(file);
    } catch (IOException e) {
      throw ThalwegException.of(ErrorCode.NETWORK_FILE)
          .expected("a complete TorchScript file")
          .found(file + ", which is damaged or cut short: " + e.getMessage())
          .because(e)
          .next("copy or " + SAVE + " again");
    } catch (UncheckedIOException e) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_READABLE)
          .expected("a file that can be read")
          .found(e.getMessage() + "")
          .because(e)
          .next("check the permissions of " + file);
    }
  }

  private static byte[] start(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(Integer.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isZip(byte[] start) {
    if (start.length < Integer.BYTES) {
      return false;
    }
    int magic = 0;
    for (byte b : start) {
      magic = (magic << Byte.SIZE) | (b & 0xff);
    }
    return magic == ZIP;
  }

  private static void contents(Path file) throws IOException {
    boolean code = false;
    boolean pickle = false;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        code |= entry.getName().contains("/code/");
        pickle |= entry.getName().endsWith("/data.pkl");
        requireSound(zip, entry);
      }
    }
    if (!code) {
      throw ThalwegException.of(ErrorCode.NETWORK_FILE)
          .expected("a TorchScript file, which holds the code of a network beside its weights")
          .found(
              pickle
                  ? file + ", which torch.save made: a pickled state_dict or model without code"
                  : file + ", a zip file of another kind")
          .next(pickle ? SAVE : "name the network of these weights (--net cnn:16,16), or " + SAVE);
    }
  }

  /** Reads an entry to its end: its size and its checksum must be what the file says. */
  private static void requireSound(ZipFile zip, ZipEntry entry) throws IOException {
    long size = entry.getSize();
    if (size > SMALL && size > COMPRESSION * Math.max(1, entry.getCompressedSize())) {
      throw new IOException(entry.getName() + " claims to unpack to " + size + " bytes");
    }
    CRC32 checksum = new CRC32();
    long length = 0;
    byte[] piece = new byte[PIECE];
    try (InputStream stream = zip.getInputStream(entry)) {
      for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
        length += read;
        if (length > size) {
          break;
        }
        checksum.update(piece, 0, read);
      }
    }
    if (length != size || checksum.getValue() != entry.getCrc()) {
      throw new IOException(entry.getName() + " does not have its size and checksum");
    }
  }

  private static ThalwegException notZip(Path file, byte[] start) {
    boolean pickled = start.length > 1 && start[0] == (byte) 0x80;
    return ThalwegException.of(ErrorCode.NETWORK_FILE)
        .expected("a TorchScript file")
        .found(
            pickled
                ? file + ", a pickled state_dict or model in the old format of torch.save"
                : file + ", which is no zip file and hence no TorchScript")
        .next(pickled ? SAVE : "for safetensors add --net and --data, otherwise " + SAVE);
  }
}
