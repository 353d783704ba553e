package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.result.Outcome;

class RunCreationTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNewOrEmptyFolderBecomesARun(boolean force) throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    for (Path run : List.of(empty, temporary.resolve("a/b/c"))) {
      RunFolder.create(run, "x", "v", force).close();
      assertThat(RunFolder.open(run).title()).isEqualTo("x");
    }
  }

  @Test
  void whatHoldsNothingIsDiscardedWithTheFoldersMadeForIt() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    RunFolder.create(empty, "x", "v", false).closeOrDiscard();
    assertThat(empty).isEmptyDirectory();
    RunFolder.create(temporary.resolve("a/b/c"), "x", "v", false).closeOrDiscard();
    assertThat(temporary.resolve("a")).doesNotExist();
  }

  @Test
  void whatWasKeptOrWasThereBeforeIsNotDiscarded() throws IOException {
    Path results = temporary.resolve("results");
    try (RunWriter writer = RunFolder.create(results, "x", "v", false)) {
      writer.store(Examples.slice(), Examples.provenance());
      writer.closeOrDiscard();
    }
    assertThat(RunFolder.open(results).results()).hasSize(1);

    Path begun = temporary.resolve("begun");
    RunWriter unfinished = RunFolder.create(begun, "x", "v", false);
    unfinished.resume("surface", "work").ledger().close();
    unfinished.closeOrDiscard();
    assertThat(begun.resolve("ledgers")).isNotEmptyDirectory();

    Path old = temporary.resolve("old");
    RunFolder.create(old, "x", "v", false).close();
    RunFolder.openForWriting(old).closeOrDiscard();
    assertThat(RunFolder.open(old).title()).isEqualTo("x");

    Path notes = temporary.resolve("notes");
    RunWriter beside = RunFolder.create(notes, "x", "v", false);
    Files.writeString(notes.resolve("notes.txt"), "mine");
    beside.closeOrDiscard();
    assertThat(notes.resolve("notes.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFolderOfSomethingElseIsNeverTouched(boolean force) throws IOException {
    Path notes = temporary.resolve("notes.txt");
    Files.writeString(notes, "mine");

    assertThat(failure(() -> RunFolder.create(temporary, "x", "v", force)).code())
        .isEqualTo(ErrorCode.FILE_EXISTS);
    assertThat(failure(() -> RunFolder.create(notes, "x", "v", force)).code())
        .isEqualTo(ErrorCode.FILE_EXISTS);

    assertThat(temporary).isDirectoryContaining("glob:**notes.txt");
    assertThat(notes).hasContent("mine");
    assertThat(temporary.toFile().list()).containsExactly("notes.txt");
  }

  @Test
  void aRunIsReplacedOnlyByForce() throws IOException {
    Path run = temporary.resolve("run");
    try (RunWriter writer = RunFolder.create(run, "old", "v", false)) {
      writer.store(Examples.slice(), Examples.provenance());
      writer.training().start(Examples.provenance());
      writer.training().storeSnapshot(new Snapshot(1, 1), Examples.weights(1));
      writer.training().storeFinalWeights(Examples.weights(1));
      writer.resume("surface", "work").ledger().close();
    }
    Path notes = Files.writeString(run.resolve("notes.txt"), "mine");
    AtomicFile.writeText(run.resolve("report.html"), "old report");

    assertThat(failure(() -> RunFolder.create(run, "new", "v", false)).next()).contains("--force");
    assertThat(RunFolder.open(run).title()).isEqualTo("old");
    RunFolder.create(run, "new", "v", true).close();

    assertThat(RunFolder.open(run).contents())
        .isEqualTo(new RunContents("new", java.util.Optional.empty(), List.of()));
    assertThat(notes).hasContent("mine");
    assertThat(run.toFile().list())
        .containsExactlyInAnyOrder("manifest.json", ".lock", "notes.txt");
  }

  @Test
  void aForcedReplacementRemovesLinksAndNotWhatTheyPointTo() throws IOException {
    Path treasure = Files.createDirectory(temporary.resolve("treasure"));
    Files.writeString(treasure.resolve("gold"), "mine");
    Path run = temporary.resolve("run");
    RunFolder.create(run, "old", "v", false).close();
    Files.createSymbolicLink(run.resolve("figures"), treasure);

    RunFolder.create(run, "new", "v", true).close();

    assertThat(run.resolve("figures")).doesNotExist();
    assertThat(treasure.resolve("gold")).hasContent("mine");
  }

  @Test
  void aDamagedRunIsNotReplacedByForce() throws IOException {
    Path run = temporary.resolve("run");
    RunFolder.create(run, "old", "v", false).close();
    Files.writeString(run.resolve("manifest.json"), "{\"format\": \"a game\"}");

    assertThat(failure(() -> RunFolder.create(run, "new", "v", true)).code())
        .isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    assertThat(run.resolve("manifest.json")).hasContent("{\"format\": \"a game\"}");
  }

  @Test
  void aCreationThatWasKilledIsNotInTheWay() throws IOException {
    Path run = Files.createDirectory(temporary.resolve("run"));
    Files.createFile(run.resolve(".lock"));
    Files.createFile(run.resolve(".manifest.json.999999999.1f.tmp"));

    RunFolder.create(run, "x", "v", false).close();

    assertThat(RunFolder.open(run).title()).isEqualTo("x");
  }

  @Test
  void aFailedCreationLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "mine");
    Path proc = Path.of("/proc");

    assertThat(failure(() -> RunFolder.create(file.resolve("a/b"), "x", "v", false)).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);

    assertThat(file).hasContent("mine");
    assumeThat(proc.resolve("self")).as("a file system that refuses even root").exists();
    assertThat(failure(() -> RunFolder.create(proc.resolve("a/b"), "x", "v", false)).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);
  }

  @Test
  void foldersThatWereCreatedForNothingAreRemoved() throws IOException {
    // A path component that no file system accepts, below two that it does.
    Path run = temporary.resolve("a/b/" + "x".repeat(300));

    assertThat(failure(() -> RunFolder.create(run, "x", "v", false)).code())
        .isEqualTo(ErrorCode.FILE_NOT_WRITABLE);

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void openingExplainsWhatIsNoRun() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "mine");

    assertThat(failure(() -> RunFolder.open(temporary.resolve("none"))).code())
        .isEqualTo(ErrorCode.FILE_NOT_FOUND);
    assertThat(failure(() -> RunFolder.open(temporary)).found()).contains("folder without");
    assertThat(failure(() -> RunFolder.open(file)).code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    assertThat(failure(() -> RunFolder.openForWriting(temporary)).code())
        .isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
  }

  @Test
  void aNewerVersionIsRefusedAndNewerKeysAreNot() throws IOException {
    Path run = temporary.resolve("run");
    try (RunWriter writer = RunFolder.create(run, "x", "v", false)) {
      writer.store(Examples.slice(), Examples.provenance());
      writer.training().start(Examples.provenance());
      writer.training().finish(Outcome.CONVERGED, Examples.slice().cost());
    }
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);

    Files.writeString(
        manifest,
        text.replace("\"title\"", "\"mood\" : {\"a\" : [1]}, \"title\"")
            .replace("\"probe\"", "\"rank\" : 1, \"probe\"")
            .replace("\"snapshots\"", "\"average\" : \"weights/average.npz\", \"snapshots\""));
    assertThat(RunFolder.open(run).contents().results()).hasSize(1);

    Files.writeString(manifest, text.replace("\"version\": 1", "\"version\": 2"));
    ThalwegException failure = failure(() -> RunFolder.open(run));
    assertThat(failure.code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    assertThat(failure.found()).contains("version 2");
  }

  @Test
  void everyTruncatedManifestIsACodedError() throws IOException {
    Path run = temporary.resolve("run");
    try (RunWriter writer = RunFolder.create(run, "β", "v", false)) {
      writer.store(Examples.slice(), Examples.provenance());
    }
    Path manifest = run.resolve("manifest.json");
    byte[] whole = Files.readAllBytes(manifest);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(manifest, java.util.Arrays.copyOf(whole, length));
      assertThat(failure(() -> RunFolder.open(run)).code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    }
  }

  private static ThalwegException failure(Runnable work) {
    return catchThrowableOfType(ThalwegException.class, work::run);
  }
}
