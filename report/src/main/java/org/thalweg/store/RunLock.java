package org.thalweg.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * The right to write to a run folder, or to any other folder of ours. The operating system holds
 * the lock on the file {@code .lock} and drops it when the process dies, so the file that stays
 * behind blocks nobody.
 */
public final class RunLock implements AutoCloseable {
  /**
   * The folders locked by this JVM. POSIX locks belong to the process and are lost as soon as it
   * closes any handle on the file, so a second attempt in the same JVM must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final RandomAccessFile file;

  private RunLock(Path folder, RandomAccessFile file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Takes the lock of an existing folder, or fails at once.
   *
   * @throws ThalwegException {@code RUN_FOLDER_BUSY} if someone else has it
   */
  public static RunLock acquire(Path folder) {
    return acquire(new RunPaths(folder));
  }

  static RunLock acquire(RunPaths paths) {
    Path folder;
    try {
      folder = paths.root().toRealPath();
    } catch (IOException e) {
      throw FileFailure.reading(paths.root(), e);
    }
    if (!HELD.add(folder)) {
      throw busy(folder, "this program has it open already");
    }
    RandomAccessFile file = null;
    try {
      file = new RandomAccessFile(paths.lock().toFile(), "rw");
      FileLock lock = file.getChannel().tryLock();
      if (lock == null) {
        throw busy(folder, "another process has it open");
      }
      return new RunLock(folder, file);
    } catch (IOException e) {
      release(folder, file);
      throw FileFailure.writing(paths.lock(), e);
    } catch (ThalwegException e) {
      release(folder, file);
      throw e;
    }
  }

  private static ThalwegException busy(Path folder, String found) {
    return ThalwegException.of(ErrorCode.RUN_FOLDER_BUSY)
        .expected("to be the only writer of " + folder)
        .found(found)
        .next("wait until it has finished, or write to another folder with --out");
  }

  private static void release(Path folder, @Nullable RandomAccessFile file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    } finally {
      HELD.remove(folder);
    }
  }

  @Override
  public void close() {
    release(folder, file);
  }
}
