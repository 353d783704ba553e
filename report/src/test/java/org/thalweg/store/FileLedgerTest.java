package org.thalweg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.objective.Evaluation;

class FileLedgerTest {
  private static final String WORK = "probe=surface\ntheta=sha256:00\naxis=α -1:1:31\n";
  private static final int HEADER = 20 + WORK.getBytes(StandardCharsets.UTF_8).length;

  /** Every kind of double, a NaN with a payload included. */
  private static final List<Evaluation> POINTS =
      List.of(
          new Evaluation(0.1 + 0.2, Double.MIN_VALUE, -0.0),
          Evaluation.exact(Double.POSITIVE_INFINITY),
          new Evaluation(
              Double.longBitsToDouble(0x7ff8_0000_0000_1234L),
              Double.NEGATIVE_INFINITY,
              Double.MAX_VALUE));

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("surface.ledger");
  }

  @Test
  void keepsEveryDoubleBitForBit() {
    writePoints();

    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertKnown(ledger, POINTS.size());
      assertThat(ledger.find(99)).isEmpty();
    }
  }

  /** A value is never a sign that a point is missing. */
  @Test
  void zeroNegativeAndMissingLossesAreKnownAgain() {
    double[] losses = {0, -0.0, -1, -9.5, Double.NaN};
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      for (int i = 0; i < losses.length; i++) {
        ledger.record(i, Evaluation.exact(losses[i]));
      }
    }

    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      for (int i = 0; i < losses.length; i++) {
        assertThat(ledger.find(i)).contains(Evaluation.exact(losses[i]));
      }
    }
  }

  @Test
  void isReadableWhileItIsOpen() {
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertThat(ledger.find(5)).isEmpty();
      ledger.record(5, POINTS.get(0));
      assertThat(ledger.find(5)).contains(POINTS.get(0));
    }
  }

  @Test
  void aKillAtAnyByteLosesAtMostTheTornRecord() throws IOException {
    writePoints();
    byte[] whole = Files.readAllBytes(path);
    assertThat(whole).hasSize(HEADER + 32 * POINTS.size());
    for (int length = 0; length <= whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      int survivors = Math.max(0, (length - HEADER) / 32);

      try (FileLedger ledger = FileLedger.open(path, WORK)) {
        assertKnown(ledger, survivors);
        record(ledger, survivors, POINTS.size());
      }

      assertThat(path).as("after a cut at byte %d", length).hasBinaryContent(whole);
    }
  }

  @Test
  void aDamagedRecordIsForgottenAndTheOthersAreNot() throws IOException {
    writePoints();
    byte[] whole = Files.readAllBytes(path);
    for (int at = HEADER; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(path, damaged);
      int bad = (at - HEADER) / 32;

      try (FileLedger ledger = FileLedger.open(path, WORK)) {
        assertThat(ledger.size()).isEqualTo(POINTS.size() - 1);
        assertThat(ledger.find(bad)).isEmpty();
      }
    }
  }

  @Test
  void aDamagedHeaderIsNeverTakenForTheRightOne() throws IOException {
    writePoints();
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < HEADER; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x01;
      Files.write(path, damaged);

      assertThat(failure(WORK).code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
      assertThat(path).hasBinaryContent(damaged);
    }
  }

  @Test
  void otherWorkIsRefusedAndTheDifferenceIsNamed() {
    writePoints();

    ThalwegException failure = failure(WORK.replace("sha256:00", "sha256:11"));

    assertThat(failure.code()).isEqualTo(ErrorCode.FILE_EXISTS);
    assertThat(failure.expected()).contains("theta=sha256:11").doesNotContain("axis");
    assertThat(failure.found()).contains("theta=sha256:00").doesNotContain("axis");
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertKnown(ledger, POINTS.size());
    }
  }

  @Test
  void otherWorkCanBeginAnew() {
    writePoints();

    try (FileLedger ledger = FileLedger.startAnew(path, "other work")) {
      assertThat(ledger.size()).isZero();
      ledger.record(1, POINTS.get(1));
    }

    try (FileLedger ledger = FileLedger.open(path, "other work")) {
      assertThat(ledger.size()).isOne();
      assertThat(ledger.find(1)).contains(POINTS.get(1));
    }
  }

  @Test
  void aFileThatIsNoLedgerIsLeftAlone() throws IOException {
    Files.writeString(path, "a shopping list, long enough to hold a header of a ledger");

    assertThat(failure(WORK).code()).isEqualTo(ErrorCode.RUN_FOLDER_INVALID);
    assertThat(path).hasContent("a shopping list, long enough to hold a header of a ledger");
  }

  @Test
  void theLaterOfTwoRecordsCounts() {
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      ledger.record(0, POINTS.get(0));
      ledger.record(0, POINTS.get(1));
      assertThat(ledger.find(0)).contains(POINTS.get(1));
    }
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertThat(ledger.find(0)).contains(POINTS.get(1));
    }
  }

  @Test
  void manyThreadsMayRecord() {
    int n = 2000;
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      IntStream.range(0, n).parallel().forEach(i -> ledger.record(i, Evaluation.exact(i)));
    }

    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertThat(ledger.size()).isEqualTo(n);
      IntStream.range(0, n).forEach(i -> assertThat(ledger.find(i)).contains(Evaluation.exact(i)));
    }
  }

  @Test
  void anInterruptedThreadStillRecords() {
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      Thread.currentThread().interrupt();
      ledger.record(0, POINTS.get(0));
      assertThat(Thread.interrupted()).isTrue();
      ledger.record(1, POINTS.get(1));
      ledger.record(2, POINTS.get(2));
    }
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      assertKnown(ledger, 3);
    }
  }

  private void writePoints() {
    try (FileLedger ledger = FileLedger.open(path, WORK)) {
      record(ledger, 0, POINTS.size());
    }
  }

  private static void record(FileLedger ledger, int from, int to) {
    for (int i = from; i < to; i++) {
      ledger.record(i, POINTS.get(i));
    }
  }

  private static void assertKnown(FileLedger ledger, int count) {
    assertThat(ledger.size()).isEqualTo(count);
    for (int i = 0; i < count; i++) {
      assertThat(bits(ledger.find(i).orElseThrow())).isEqualTo(bits(POINTS.get(i)));
    }
  }

  private static List<Long> bits(Evaluation evaluation) {
    return List.of(
        Double.doubleToRawLongBits(evaluation.loss()),
        Double.doubleToRawLongBits(evaluation.lossStandardError()),
        Double.doubleToRawLongBits(evaluation.accuracy()));
  }

  private ThalwegException failure(String work) {
    return catchThrowableOfType(ThalwegException.class, () -> FileLedger.open(path, work).close());
  }
}
