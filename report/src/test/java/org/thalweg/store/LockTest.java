package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

class LockTest {
  @TempDir Path temporary;

  /** On POSIX systems a careless second attempt would drop the lock of the first. */
  @Test
  void aFailedAttemptInThisProcessDoesNotLetAnotherProcessIn() throws Exception {
    Path run = temporary.resolve("run");
    Path output = temporary.resolve("output.txt");
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      assertThatThrownBy(() -> RunFolder.openForWriting(run)).isInstanceOf(ThalwegException.class);

      Process other = KilledWriter.start(run, output);
      try {
        assertThat(other.waitFor()).isNotZero();
      } finally {
        other.destroyForcibly();
      }

      assertThat(Files.readString(output)).contains(ErrorCode.RUN_FOLDER_BUSY.id());
      assertThat(writer.folder().training()).isEmpty();
    }
  }

  @Test
  void theSameFolderByAnotherNameIsTheSameFolder() throws Exception {
    Path run = temporary.resolve("run");
    Path link = temporary.resolve("link");
    try (RunWriter writer = RunFolder.create(run, "t", "v", false)) {
      Files.createSymbolicLink(link, run);

      assertThatThrownBy(() -> RunFolder.openForWriting(link))
          .isInstanceOfSatisfying(
              ThalwegException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.RUN_FOLDER_BUSY));
      assertThat(writer.path()).isEqualTo(run);
    }
    RunFolder.openForWriting(link).close();
  }
}
