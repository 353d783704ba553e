package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long seconds;
  private final ProgressLines lines =
      new ProgressLines(
          new PrintStream(written, true, StandardCharsets.UTF_8), () -> seconds * 1_000_000_000L);

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void atMostOneLineInFiveSeconds() {
    for (seconds = 0; seconds <= 20; seconds++) {
      lines.progress("train", seconds, 20);
    }
    assertThat(written())
        .isEqualTo(
            """
            train: 0 of 20 (0 %)
            train: 5 of 20 (25 %), about 15 s left
            train: 10 of 20 (50 %), about 10 s left
            train: 15 of 20 (75 %), about 5 s left
            train: 20 of 20 (100 %)
            """);
  }

  @Test
  void slowWorkIsHeardOfEveryHalfMinute() {
    for (seconds = 0; seconds <= 60; seconds++) {
      lines.progress("train", seconds, 7200);
    }
    assertThat(written())
        .isEqualTo(
            """
            train: 0 of 7200 (0 %)
            train: 30 of 7200 (0 %), about 1 h 59 min left
            train: 60 of 7200 (0 %), about 1 h 59 min left
            """);
  }

  @Test
  void whatWasResumedDoesNotShortenTheEstimate() {
    lines.progress("surface", 90, 100);
    seconds = 100;
    lines.progress("surface", 91, 100);
    assertThat(written()).endsWith("surface: 91 of 100 (91 %), about 15 min 00 s left\n");
  }

  @Test
  void anotherActivityStartsAgainAndUnknownTotalsAreCounted() {
    lines.progress("train", 1, 1);
    lines.progress("hessian", 3, -1);
    seconds = 5;
    lines.progress("hessian", 8, -1);
    assertThat(written())
        .isEqualTo("train: 1 of 1 (100 %)\nhessian: 3 so far\nhessian: 8 so far\n");
  }
}
