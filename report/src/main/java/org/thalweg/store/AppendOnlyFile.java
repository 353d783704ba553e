package org.thalweg.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that only grows, piece by piece. A piece that cannot be written whole (the disk is full)
 * is taken back, so that the next one begins where a reader expects it.
 *
 * <p>Not through a channel, because an interrupted thread would close it. Not safe for several
 * threads.
 */
final class AppendOnlyFile implements AutoCloseable {
  private final Path path;
  private final RandomAccessFile file;
  private final Durability durability;
  private long end;

  private AppendOnlyFile(Path path, RandomAccessFile file, long end, Durability durability) {
    this.path = path;
    this.file = file;
    this.end = end;
    this.durability = durability;
  }

  /** Opens an existing file and cuts off what lies beyond {@code end}. */
  static AppendOnlyFile open(Path path, long end, Durability durability) {
    try {
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      AppendOnlyFile opened = new AppendOnlyFile(path, file, end, durability);
      opened.cut();
      return opened;
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }

  void append(byte[] piece) {
    try {
      try {
        file.write(piece);
      } catch (IOException e) {
        cut();
        throw e;
      }
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
    end += piece.length;
  }

  private void cut() throws IOException {
    if (file.length() > end) {
      file.setLength(end);
    }
    file.seek(end);
  }

  /** Brings everything to the disk. Closing twice does no harm. */
  @Override
  public void close() {
    try (file) {
      if (durability == Durability.MACHINE && file.getChannel().isOpen()) {
        file.getFD().sync();
      }
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }
}
