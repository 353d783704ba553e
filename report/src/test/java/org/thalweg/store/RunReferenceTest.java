package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.store.RunReference.Moment;
import org.thalweg.store.RunReference.Unit;

class RunReferenceTest {
  private static final List<Snapshot> SNAPSHOTS =
      List.of(new Snapshot(0, 0), new Snapshot(2, 0.5), new Snapshot(4, 1), new Snapshot(8, 2));

  @ParameterizedTest
  @CsvSource({
    "runs/a@12,        runs/a,   EITHER, 12",
    "runs/a@step:938,  runs/a,   STEP,   938",
    "runs/a@epoch:1.5, runs/a,   EPOCH,  1.5",
    "me@home/a@0,      me@home/a, EITHER, 0",
    "a@1@2,            a@1,      EITHER, 2",
  })
  void namesAMoment(String text, String run, Unit unit, double number) {
    assertThat(RunReference.parse(text))
        .isEqualTo(new RunReference(Path.of(run), Optional.of(new Moment(unit, number))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs/a", "me@home", "a@12/", "@12", "a@", "a@x:1", "a@-1", "a@1e3"})
  void whatNamesNoMomentIsAFolder(String text) {
    assertThat(RunReference.parse(text))
        .isEqualTo(new RunReference(Path.of(text), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "a@0, 0",
    "a@4, 4",
    "a@8, 8",
    "a@1, 4",
    "a@0.5, 2",
    "a@step:2, 2",
    "a@epoch:2, 8",
    "a@epoch:0, 0"
  })
  void selectsByStepOrEpoch(String text, long step) {
    assertThat(RunReference.select(moment(text), SNAPSHOTS).step()).isEqualTo(step);
  }

  @Test
  void aNumberThatMeansTwoSnapshotsIsRefused() {
    ThalwegException failure = failure("a@2");

    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_OPTION);
    assertThat(failure.next()).contains("@step:2").contains("@epoch:2");
  }

  @Test
  void aMissingSnapshotIsToldWithThoseThatExist() {
    ThalwegException failure = failure("a@step:3");

    assertThat(failure.code()).isEqualTo(ErrorCode.UNKNOWN_NAME);
    assertThat(failure.expected()).contains("step 8 (epoch 2)").contains("step 2 (epoch 0.5)");
  }

  private static ThalwegException failure(String text) {
    return catchThrowableOfType(
        ThalwegException.class, () -> RunReference.select(moment(text), SNAPSHOTS));
  }

  private static Moment moment(String text) {
    return RunReference.parse(text).moment().orElseThrow();
  }
}
