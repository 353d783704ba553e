package org.thalweg.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.random.RandomStream;

/**
 * A sound file damaged in many ways, for readers that have to answer each with a result or a coded
 * error, without allocating what a damaged length asks for. The same purpose gives the same damage.
 *
 * @param purpose what is read; part of the seed and of messages
 * @param sound the undamaged bytes
 * @param count how many damaged versions
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record DamagedInputs(String purpose, byte[] sound, int count) {
  /** More than any reader needs for a file of some kilobytes. */
  private static final long MOST_ALLOCATED = 128L << 20;

  private static final byte[] TOKENS =
      "\"',;\n\r\t\0-eE.9{}()[]:PK".getBytes(StandardCharsets.US_ASCII);

  /** Reads bytes, or something that was made of them. */
  @FunctionalInterface
  public interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  /**
   * How many a suite damages by default, or under the slow profile: {@code thalweg.fuzz.inputs}.
   */
  public static int usualCount() {
    return Integer.getInteger("thalweg.fuzz.inputs", 1_000);
  }

  /**
   * Reads the sound bytes and every damaged version of them.
   *
   * @return how many of the damaged ones were read all the same
   * @throws AssertionError if a reader fails without a code, by a defect, or allocates too much
   */
  public int read(Reader reader) {
    if (!isRead(reader, sound, "sound")) {
      throw new AssertionError(purpose + ": the sound file is refused");
    }
    int survivors = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes = damaged(RandomStream.of(0, "fuzz-" + purpose, i));
      survivors += isRead(reader, bytes, "damaged " + i) ? 1 : 0;
    }
    return survivors;
  }

  private boolean isRead(Reader reader, byte[] bytes, String which) {
    long before = allocated();
    boolean read = answers(reader, bytes, which);
    long more = allocated() - before;
    if (more > MOST_ALLOCATED) {
      throw new AssertionError(
          "%s, %s: %,d bytes allocated for %,d".formatted(purpose, which, more, bytes.length));
    }
    return read;
  }

  private boolean answers(Reader reader, byte[] bytes, String which) {
    try {
      reader.read(bytes);
      return true;
    } catch (ThalwegException e) {
      if (e.code() == ErrorCode.INTERNAL) {
        throw new AssertionError(purpose + ", " + which, e);
      }
      return false;
    } catch (Exception | Error e) {
      throw new AssertionError(purpose + ", " + which, e);
    }
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getCurrentThreadAllocatedBytes()
        : 0;
  }

  /** Flips, overwrites, cuts, repeats or fills a few bytes. */
  private byte[] damaged(RandomStream random) {
    byte[] bytes = sound.clone();
    for (int change = random.below(4); change >= 0; change--) {
      if (bytes.length == 0) {
        return bytes;
      }
      int at = random.below(bytes.length);
      switch (random.below(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.below(8));
        case 1 -> bytes[at] = (byte) random.below(256);
        case 2 -> bytes[at] = TOKENS[random.below(TOKENS.length)];
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 -> {
          int repeated = 1 + random.below(Math.min(16, bytes.length - at));
          ByteBuffer longer = ByteBuffer.allocate(bytes.length + repeated);
          longer.put(bytes, 0, at + repeated).put(bytes, at, bytes.length - at);
          bytes = longer.array();
        }
        default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xff);
      }
    }
    return bytes;
  }
}
