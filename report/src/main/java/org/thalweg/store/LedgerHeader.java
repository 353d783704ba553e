package org.thalweg.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The beginning of a ledger, big-endian: the letters {@code THALWEGL}, version, length of the
 * fingerprint, fingerprint in UTF-8, CRC-32C of all that.
 */
record LedgerHeader(String fingerprint) {
  private static final byte[] MAGIC = "THALWEGL".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int FIXED = MAGIC.length + 3 * Integer.BYTES;

  byte[] bytes() {
    byte[] text = fingerprint.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = ByteBuffer.allocate(FIXED + text.length);
    buffer.put(MAGIC).putInt(VERSION).putInt(text.length).put(text);
    return buffer.putInt(checksum(buffer.array(), buffer.position())).array();
  }

  /** Whether a file is the torn beginning of just this header. */
  boolean isBegunBy(byte[] content) {
    byte[] whole = bytes();
    return content.length < whole.length
        && Arrays.equals(content, Arrays.copyOf(whole, content.length));
  }

  /** Whether a file starts with just this header. */
  boolean begins(byte[] content) {
    byte[] whole = bytes();
    return content.length >= whole.length
        && Arrays.equals(whole, Arrays.copyOf(content, whole.length));
  }

  /** Where the records start, if the file is a ledger of the same work. */
  int check(byte[] content, Path path) {
    if (content.length < FIXED || !Arrays.equals(MAGIC, Arrays.copyOf(content, MAGIC.length))) {
      throw damaged(path, "a file that does not begin like one");
    }
    ByteBuffer buffer = ByteBuffer.wrap(content).position(MAGIC.length);
    int version = buffer.getInt();
    if (version != VERSION) {
      throw damaged(path, "version " + version);
    }
    int length = buffer.getInt();
    if (length < 0 || length > content.length - FIXED) {
      throw damaged(path, "a header that is cut off");
    }
    byte[] text = new byte[length];
    buffer.get(text);
    if (checksum(content, buffer.position()) != buffer.getInt()) {
      throw damaged(path, "a header whose checksum is wrong");
    }
    String found = new String(text, StandardCharsets.UTF_8);
    if (!found.equals(fingerprint)) {
      throw ThalwegException.of(ErrorCode.FILE_EXISTS)
          .expected("a ledger of this work: " + linesNotIn(found, fingerprint))
          .found(path + " of other work: " + linesNotIn(fingerprint, found))
          .next("give the options of the unfinished work to resume it, or begin anew");
    }
    return buffer.position();
  }

  /** What makes {@code text} differ from {@code other}. */
  private static String linesNotIn(String other, String text) {
    List<String> known = other.lines().toList();
    List<String> own = text.lines().filter(line -> !known.contains(line)).toList();
    return own.isEmpty() ? "the same lines in another order or number" : String.join("; ", own);
  }

  private static ThalwegException damaged(Path path, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_INVALID)
        .expected("a ledger of version " + VERSION + " at " + path)
        .found(found)
        .next("delete this file; its points are then computed again");
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
