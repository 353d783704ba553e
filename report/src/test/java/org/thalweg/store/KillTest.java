package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.Evaluation;
import org.thalweg.result.TrainingRecord;

/** What a killed process leaves can be opened, read and continued. */
class KillTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 9})
  void everythingOpensAfterAKill(int resultsBeforeTheKill) throws Exception {
    Path run = temporary.resolve("run");
    RunFolder.create(run, "t", "v", false).close();
    Process process = KilledWriter.start(run, temporary.resolve("output.txt"));
    try {
      while (RunFolder.open(run).results().size() < resultsBeforeTheKill) {
        assertThat(process.isAlive()).isTrue();
        Thread.onSpinWait();
      }
      assertThat(
              catchThrowableOfType(ThalwegException.class, () -> RunFolder.openForWriting(run))
                  .code())
          .isEqualTo(ErrorCode.RUN_FOLDER_BUSY);
    } finally {
      process.destroyForcibly().waitFor();
    }

    try (RunWriter writer = RunFolder.openForWriting(run)) {
      assertWhole(writer.folder(), resultsBeforeTheKill);
      assertContinues(writer);
    }
    assertNothingHalfWritten(run);
  }

  private static void assertWhole(RunFolder folder, int atLeast) {
    RunContents contents = folder.contents();
    assertThat(contents.results()).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(contents.results()).allMatch(one -> one.result().equals(Examples.surface()));
    List<TrainingRecord> records = contents.training().orElseThrow().history().records();
    assertThat(records)
        .hasSizeGreaterThanOrEqualTo(atLeast)
        .isEqualTo(LongStream.range(0, records.size()).mapToObj(Examples::record).toList());
    Checkpoint checkpoint = folder.checkpoint().orElseThrow();
    assertThat(value(checkpoint)).isGreaterThanOrEqualTo(atLeast - 1.0);
    for (Snapshot snapshot : folder.snapshots()) {
      RunReference.Moment moment = new RunReference.Moment(RunReference.Unit.STEP, snapshot.step());
      assertThat(Examples.array(folder.weights(moment), "layer1.bias").toDoubles())
          .containsExactly((double) snapshot.step());
    }
  }

  private static double value(Checkpoint checkpoint) {
    double weight = Examples.array(checkpoint.weights(), "layer1.bias").toDoubles()[0];
    assertThat(Examples.array(checkpoint.state(), "layer1.bias").toDoubles())
        .containsExactly(weight);
    return weight;
  }

  private static void assertContinues(RunWriter writer) {
    int before = writer.folder().results().size();
    PendingResult pending = writer.resume("slice", "work");
    assertThat(pending.id()).isEqualTo("slice");
    int points = pending.ledger().size();
    assertThat(points).isGreaterThanOrEqualTo(before);
    for (int i = 0; i < points; i++) {
      assertThat(pending.ledger().find(i)).contains(new Evaluation(i, -i, 1.0 / i));
    }
    writer.store(pending, Examples.slice(), Examples.provenance());
    assertThat(writer.folder().contents().results()).hasSize(before + 1);
  }

  private static void assertNothingHalfWritten(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      assertThat(files).noneMatch(TemporaryName::matches);
    }
  }
}
