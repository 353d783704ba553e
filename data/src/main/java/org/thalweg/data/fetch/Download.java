package org.thalweg.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * Brings one file over HTTP into a folder: to {@code NAME.part}, continued by a range request if
 * that is there, compared with its checksum, then moved to its name in one step.
 */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final int BUFFER = 1 << 16;

  private final HttpClient client;
  private final Duration patience;
  private final long mostBytes;

  Download() {
    this(Duration.ofSeconds(60), 1L << 30);
  }

  /**
   * @param patience how long the server may send nothing
   * @param mostBytes of any file
   */
  Download(Duration patience, long mostBytes) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    this.patience = patience;
    this.mostBytes = mostBytes;
  }

  /** The file, whole and verified. */
  Path fetch(RemoteFile file, Path folder, FetchListener listener) {
    Path part = folder.resolve(file.name() + ".part");
    try (FileChannel out =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = lock(out, part)) {
      boolean continued = out.size() > 0;
      if (continued && lock.isValid()) {
        receive(file, out, out.size(), listener);
      } else {
        receive(file, out, 0, listener);
      }
      if (continued && !checksum(file, out).equals(file.checksum())) {
        // what was left from before may be of another file: once more from the start
        receive(file, out, 0, listener);
      }
      String found = checksum(file, out);
      if (!found.equals(file.checksum())) {
        long bytes = out.size();
        out.truncate(0);
        throw ThalwegException.of(ErrorCode.DATA_CORRUPT)
            .expected("%s %s of %s".formatted(file.algorithm(), file.checksum(), file.address()))
            .found("%s in %d bytes".formatted(found, bytes))
            .next(
                "try again; if it stays so, the file was changed at its source: get it elsewhere"
                    + " and name its folder by "
                    + DataFolders.VARIABLE);
      }
      out.force(true);
    } catch (ClosedByInterruptException e) {
      throw cancelled(file);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
    try {
      return Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  private static FileLock lock(FileChannel out, Path part) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = out.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw ThalwegException.of(ErrorCode.FILE_NOT_WRITABLE)
          .expected("to write " + part)
          .found("another download that is writing it")
          .next("wait until it has ended");
    }
    return lock;
  }

  /** Appends from byte {@code from} on, or starts again if the server does not continue. */
  private void receive(RemoteFile file, FileChannel out, long from, FetchListener listener)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(file.address()).timeout(patience).header("User-Agent", "thalweg");
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    HttpResponse<InputStream> response = send(file, request.build());
    try (InputStream body = response.body()) {
      int status = response.statusCode();
      if (status == 416 && from > 0) {
        // nothing behind what is there: the checksum will tell whether it is whole
        return;
      }
      boolean continues =
          status == 206
              && response
                  .headers()
                  .firstValue("Content-Range")
                  .filter(range -> range.startsWith("bytes " + from + "-"))
                  .isPresent();
      if (status != 200 && !continues) {
        throw unreachable(file, "the answer " + status, null);
      }
      long start = continues ? from : 0;
      out.truncate(start).position(start);
      long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      copy(file, body, out, start, length < 0 ? -1 : start + length, listener);
    }
  }

  private HttpResponse<InputStream> send(RemoteFile file, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw unreachable(file, e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(file);
    }
  }

  private void copy(
      RemoteFile file,
      InputStream body,
      FileChannel out,
      long start,
      long total,
      FetchListener listener)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long received = start;
    listener.received(file.name(), received, total);
    try (Watchdog watchdog = new Watchdog(body, patience)) {
      for (int count = read(file, body, buffer); count >= 0; count = read(file, body, buffer)) {
        watchdog.alive();
        received += count;
        if (received > mostBytes) {
          throw unreachable(file, "more than " + mostBytes + " bytes", null);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        listener.received(file.name(), received, total);
      }
      if (watchdog.barked()) {
        throw unreachable(file, "silence for %d s".formatted(patience.toSeconds()), null);
      }
    }
    if (total >= 0 && received < total) {
      throw unreachable(file, "%d of %d bytes".formatted(received, total), null);
    }
  }

  private static int read(RemoteFile file, InputStream body, byte[] buffer) {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled(file);
    }
    try {
      return body.read(buffer);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(file);
      }
      throw unreachable(file, e.toString(), e);
    }
  }

  private static String checksum(RemoteFile file, FileChannel in) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(file.algorithm());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(file.algorithm(), e);
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    in.position(0);
    while (in.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static ThalwegException unreachable(
      RemoteFile file, String found, @Nullable Exception cause) {
    var error =
        ThalwegException.of(ErrorCode.DATA_UNREACHABLE)
            .expected(file.name() + " from " + file.address())
            .found(found);
    return (cause == null ? error : error.because(cause))
        .next(
            "try again later: what has arrived is kept and continued. Without a network, bring the"
                + " file from elsewhere and name the folder above its set by "
                + DataFolders.VARIABLE);
  }

  private static ThalwegException cancelled(RemoteFile file) {
    return ThalwegException.of(ErrorCode.CANCELLED)
        .expected("to download " + file.name())
        .found("an interruption")
        .next("fetch again: what has arrived is kept and continued");
  }

  static ThalwegException unwritable(Path path, IOException cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    return ThalwegException.of(full ? ErrorCode.DISK_FULL : ErrorCode.FILE_NOT_WRITABLE)
        .expected("to write " + path)
        .found(cause.toString())
        .because(cause)
        .next("make room and check that you may write there; XDG_CACHE_HOME moves the cache");
  }
}
