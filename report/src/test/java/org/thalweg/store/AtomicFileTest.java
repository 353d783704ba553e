package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void writesAndReplaces() throws IOException {
    Path file = folder.resolve("deep/er/a.txt");

    AtomicFile.writeText(file, "α");
    assertThat(file).hasBinaryContent("α".getBytes(StandardCharsets.UTF_8));
    AtomicFile.writeText(file, "");

    assertThat(file).isEmptyFile();
    assertOnly(file);
  }

  @Test
  void aFileInTheMakingIsNotSeen() {
    Path file = folder.resolve("a.txt");

    AtomicFile.write(
        file,
        out -> {
          out.write(new byte[1 << 20]);
          out.flush();
          assertThat(file).doesNotExist();
        });

    assertThat(file).hasSize(1 << 20);
  }

  @Test
  void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeText(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IllegalStateException("content failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(file).hasContent("old");
    assertOnly(file);
  }

  @Test
  void aFullDiskIsCalledThatAndLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.writeText(file, "old");

    ThalwegException failure =
        failure(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }));

    assertThat(failure.code()).isEqualTo(ErrorCode.DISK_FULL);
    assertThat(file).hasContent("old");
    assertOnly(file);
  }

  @Test
  void theSystemsOwnMessageOfAFullDiskIsRecognised() {
    Path full = Path.of("/dev/full");
    assumeThat(full).as("a device that is always full").exists();

    assertThatThrownBy(
            () -> {
              try (FileOutputStream out = new FileOutputStream(full.toFile())) {
                out.write(1);
              }
            })
        .isInstanceOfSatisfying(
            IOException.class,
            e ->
                assertThat(FileFailure.writing(folder.resolve("a"), e).code())
                    .isEqualTo(ErrorCode.DISK_FULL));
  }

  @Test
  void otherFailuresAreNotCalledAFullDisk() {
    Path file = folder.resolve("a.txt");

    assertThat(
            failure(
                    () ->
                        AtomicFile.write(
                            file,
                            out -> {
                              throw new IOException("the cable is loose");
                            }))
                .code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFolderInTheWayIsNotTouched() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("a"));

    assertThat(failure(() -> AtomicFile.writeText(inTheWay, "x")).code())
        .isEqualTo(ErrorCode.FILE_EXISTS);
    assertThat(inTheWay).isEmptyDirectory();
  }

  @Test
  void aFileWhereAFolderIsNeededIsNotWritable() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "mine");

    assertThat(failure(() -> AtomicFile.writeText(file.resolve("b/c.txt"), "x")).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFolderThatAcceptsNoFilesIsNotWritable() {
    Path proc = Path.of("/proc");
    assumeThat(proc.resolve("self")).as("a file system that refuses even root").exists();

    assertThat(failure(() -> AtomicFile.writeText(proc.resolve("thalweg.txt"), "x")).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);
  }

  @Test
  void missingPermissionIsNotWritable() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    assumeThat(closed.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(closed)).as("permissions bind (not for root)").isFalse();

    assertThat(failure(() -> AtomicFile.writeText(closed.resolve("a"), "x")).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);
  }

  @Test
  void aReaderSeesOneWholeFileOrTheOther() throws IOException {
    Path file = folder.resolve("a.txt");
    String[] versions = {"a".repeat(300_000), "b".repeat(100), "c".repeat(70_000)};
    AtomicFile.writeText(file, versions[0]);
    AtomicBoolean stop = new AtomicBoolean();

    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 150; i++) {
                AtomicFile.writeText(file, versions[i % versions.length]);
              }
              stop.set(true);
            });
    int reads = 0;
    while (!stop.get() && !writer.isDone()) {
      assertThat(versions).contains(Files.readString(file));
      reads++;
    }

    writer.join();
    assertThat(reads).isPositive();
    assertOnly(file);
  }

  @Test
  void anInterruptedThreadStillWrites() {
    Path file = folder.resolve("a.txt");
    Thread.currentThread().interrupt();

    AtomicFile.writeText(file, "whole");

    assertThat(Thread.interrupted()).as("the interruption is not swallowed").isTrue();
    assertThat(file).hasContent("whole");
  }

  private static ThalwegException failure(Runnable work) {
    return catchThrowableOfType(ThalwegException.class, work::run);
  }

  private static void assertOnly(Path file) throws IOException {
    try (Stream<Path> files = Files.list(FileFailure.parent(file))) {
      assertThat(files).containsExactly(file);
    }
  }
}
