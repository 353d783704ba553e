package org.thalweg.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/** Against a server on this machine that answers as the test says. */
class DatasetFetchTest {
  private static final FetchListener SILENT = (file, received, total) -> {};

  @TempDir private Path folder;
  private final byte[] content = new byte[200_000];
  private final List<String> ranges = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private HttpServer server;
  private Answer answer = DatasetFetchTest::whole;

  /** What the server does. */
  @FunctionalInterface
  private interface Answer {
    void give(HttpExchange exchange, byte[] content, int from) throws IOException;
  }

  DatasetFetchTest() throws IOException {
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i * 31 + i / 251);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(String.valueOf(range));
          int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
          try (exchange) {
            answer.give(exchange, content, from);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    ended.countDown();
    server.stop(0);
  }

  private static void whole(HttpExchange exchange, byte[] content, int from) throws IOException {
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add(
              "Content-Range",
              "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
    exchange.getResponseBody().write(content, from, content.length - from);
  }

  private static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private DatasetFetch fetch(String checksum, List<String> members) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/d/file.gz");
    RemoteFile file = new RemoteFile(address, "file.gz", "SHA-256", checksum);
    return DatasetFetch.of(
        new DataFolders(Optional.empty(), folder),
        List.of(new RemoteSet("set", List.of(file), members)),
        new Download(Duration.ofMillis(500), 300_000));
  }

  private DatasetFetch fetch() {
    return fetch(hex("SHA-256", content), List.of());
  }

  private Path target() {
    return folder.resolve("set").resolve("file.gz");
  }

  private Path part(byte[] bytes) throws IOException {
    Files.createDirectories(folder.resolve("set"));
    return Files.write(folder.resolve("set").resolve("file.gz.part"), bytes);
  }

  private void assertWhole() throws IOException {
    assertThat(Files.readAllBytes(target())).isEqualTo(content);
    assertThat(folder.resolve("set").resolve("file.gz.part")).doesNotExist();
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertCode(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ThalwegException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }

  @Test
  void aFileArrivesOnceAndWhole() throws IOException {
    List<Long> progress = new ArrayList<>();
    FetchReport report =
        fetch()
            .fetch(
                "set",
                (file, received, total) -> {
                  assertThat(file).isEqualTo("file.gz");
                  assertThat(total).isEqualTo(content.length);
                  progress.add(received);
                });
    assertWhole();
    assertThat(report.downloaded()).containsExactly("file.gz");
    assertThat(report.folder()).isEqualTo(folder.resolve("set"));
    assertThat(progress).isSorted().startsWith(0L).endsWith((long) content.length);
    assertThat(fetch().fetch("set", SILENT).downloaded()).isEmpty();
    assertThat(ranges).containsExactly("null");
  }

  @Test
  void whatArrivedBeforeIsContinued() throws IOException {
    part(Arrays.copyOf(content, 70_000));
    fetch().fetch("set", SILENT);
    assertWhole();
    assertThat(ranges).containsExactly("bytes=70000-");
  }

  @Test
  void aConnectionThatBreaksIsContinuedNextTime() throws IOException {
    answer =
        (exchange, bytes, from) -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, 100_000);
          exchange.getResponseBody().flush();
          throw new IOException("cut");
        };
    assertCode(() -> fetch().fetch("set", SILENT), ErrorCode.DATA_UNREACHABLE);
    assertThat(target()).doesNotExist();
    long kept = Files.size(folder.resolve("set").resolve("file.gz.part"));
    assertThat(kept).isBetween(1L, 100_000L);
    answer = DatasetFetchTest::whole;
    fetch().fetch("set", SILENT);
    assertWhole();
    assertThat(ranges).containsExactly("null", "bytes=" + kept + "-");
  }

  @Test
  void aServerThatFallsSilentDoesNotHangUs() throws IOException {
    answer =
        (exchange, bytes, from) -> {
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes, 0, 50_000);
          exchange.getResponseBody().flush();
          try {
            ended.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    assertCode(() -> fetch().fetch("set", SILENT), ErrorCode.DATA_UNREACHABLE);
    assertThat(Files.size(folder.resolve("set").resolve("file.gz.part"))).isPositive();
  }

  @Test
  void wrongRemainsAreReplaced() throws IOException {
    part(new byte[1000]);
    fetch().fetch("set", SILENT);
    assertWhole();
    assertThat(ranges).containsExactly("bytes=1000-", "null");
  }

  @Test
  void remainsThatAreWholeOrTooLong() throws IOException {
    part(content);
    fetch().fetch("set", SILENT);
    assertWhole();
    assertThat(ranges).containsExactly("bytes=200000-");
    Files.delete(target());
    part(Arrays.copyOf(content, 250_000));
    fetch().fetch("set", SILENT);
    assertWhole();
  }

  @Test
  void aServerWithoutRangesStartsAgain() throws IOException {
    part(Arrays.copyOf(content, 70_000));
    answer = (exchange, bytes, from) -> whole(exchange, bytes, 0);
    fetch().fetch("set", SILENT);
    assertWhole();
  }

  @Test
  void otherContentIsRefusedAndNotKept() throws IOException {
    DatasetFetch fetch = fetch("00".repeat(32), List.of());
    assertCode(() -> fetch.fetch("set", SILENT), ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("SHA-256 0000")
        .hasMessageContaining(hex("SHA-256", content));
    assertThat(target()).doesNotExist();
    assertThat(folder.resolve("set").resolve("file.gz.part")).isEmptyFile();
  }

  @Test
  void refusalsAndEndlessAnswers() {
    answer = (exchange, bytes, from) -> exchange.sendResponseHeaders(404, -1);
    assertCode(() -> fetch().fetch("set", SILENT), ErrorCode.DATA_UNREACHABLE)
        .hasMessageContaining("404");
    answer =
        (exchange, bytes, from) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(bytes);
          }
        };
    assertCode(() -> fetch().fetch("set", SILENT), ErrorCode.DATA_UNREACHABLE)
        .hasMessageContaining("more than 300000");
    assertCode(() -> fetch().fetch("sat", SILENT), ErrorCode.UNKNOWN_DATA);
  }

  @Test
  void withoutAServerTheNextStepIsNamed() {
    DatasetFetch fetch = fetch();
    server.stop(0);
    assertCode(() -> fetch.fetch("set", SILENT), ErrorCode.DATA_UNREACHABLE)
        .hasMessageContaining("THALWEG_DATA")
        .hasMessageContaining("file.gz");
  }

  @Test
  void anInterruptionCancels() {
    Thread.currentThread().interrupt();
    assertCode(() -> fetch().fetch("set", SILENT), ErrorCode.CANCELLED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theGivenFolderGoesFirst() throws IOException {
    Path given = folder.resolve("given");
    Files.createDirectories(given.resolve("fashion-mnist"));
    for (String name : RemoteSet.ALL.get(0).files()) {
      Files.writeString(given.resolve("fashion-mnist").resolve(name.replace(".gz", "")), "x");
    }
    DataFolders folders =
        DataFolders.of(
            Map.of("THALWEG_DATA", given.toString(), "XDG_CACHE_HOME", "/c"), Path.of("/home/u"));
    FetchReport report = DatasetFetch.to(folders).fetch("fashion-mnist", SILENT);
    assertThat(report.downloaded()).isEmpty();
    assertThat(report.folder()).isEqualTo(given.resolve("fashion-mnist"));
    assertThat(folders.cache()).isEqualTo(Path.of("/c/thalweg/data"));
    assertThat(DataFolders.of(Map.of(), Path.of("/home/u")))
        .isEqualTo(new DataFolders(Optional.empty(), Path.of("/home/u/.cache/thalweg/data")));
  }

  private static byte[] archive(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void membersOfAnArchiveAreTakenOut() throws IOException {
    byte[] tar =
        archive(
            Map.of(
                "top/a.bin", new byte[] {1, 2},
                "top/b.bin", new byte[] {3},
                "../../evil.bin", new byte[] {6}));
    answer = (exchange, bytes, from) -> whole(exchange, tar, from);
    DatasetFetch fetch = fetch(hex("SHA-256", tar), List.of("a.bin", "b.bin"));
    assertThat(fetch.fetch("set", SILENT).downloaded()).containsExactly("file.gz");
    Path set = folder.resolve("set");
    assertThat(Files.readAllBytes(set.resolve("a.bin"))).containsExactly(1, 2);
    try (var inside = Files.list(set)) {
      assertThat(inside.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("a.bin", "b.bin");
    }
    assertThat(fetch.fetch("set", SILENT).downloaded()).isEmpty();
    assertCode(
            () -> fetch(hex("SHA-256", tar), List.of("a.bin", "c.bin")).fetch("set", SILENT),
            ErrorCode.DATA_CORRUPT)
        .hasMessageContaining("no c.bin");
  }

  @Test
  void theSetsThatArePublished() {
    assertThat(DatasetFetch.to(DataFolders.ofUser()).names())
        .containsExactly("fashion-mnist", "cifar10");
    assertThat(RemoteSet.ALL)
        .allSatisfy(
            set ->
                assertThat(set.remote())
                    .allSatisfy(file -> assertThat(file.checksum()).matches("[0-9a-f]{32}")));
  }
}
