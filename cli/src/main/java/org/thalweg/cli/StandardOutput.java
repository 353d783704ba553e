package org.thalweg.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed: a reader that has gone ({@code | head}) is no
 * error, a full disk is one. After the first failure it swallows what follows.
 */
final class StandardOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int octet) {
    attempt(() -> out.write(octet));
  }

  @Override
  public void write(byte[] octets, int offset, int length) {
    attempt(() -> out.write(octets, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  boolean readerHasGone() {
    return failure != null && String.valueOf(failure.getMessage()).contains("pipe");
  }

  /** Why something could not be written; null when everything was, or nobody wanted it. */
  @Nullable IOException failure() {
    return readerHasGone() ? null : failure;
  }

  private void attempt(Writing writing) {
    if (failure != null) {
      return;
    }
    try {
      writing.run();
    } catch (IOException e) {
      failure = e;
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
