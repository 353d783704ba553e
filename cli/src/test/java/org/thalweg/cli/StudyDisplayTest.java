package org.thalweg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.app.study.StudyProgress;
import org.thalweg.app.study.StudyProgress.CellProgress;

/** Progress of a study, as lines and as a table that is drawn over itself. */
class StudyDisplayTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
  private long seconds;

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static StudyProgress progress(int done, int failed, double left) {
    return new StudyProgress(
        List.of(
            new CellProgress("shallow", done - failed, failed, 1, 5),
            new CellProgress("deep · adam", 0, 0, 0, 5)),
        List.of("shallow, seed 2: training 40 %", ""),
        done,
        10,
        left);
  }

  @Test
  void linesAtMostEveryFiveSecondsAndAfterATenth() {
    StudyLines lines = new StudyLines(err, () -> seconds * 1_000_000_000L);
    lines.progress(progress(0, 0, Double.NaN));
    for (seconds = 1; seconds <= 9; seconds++) {
      lines.progress(progress((int) seconds, 0, 10.0 - seconds));
    }
    lines.message("failed: shallow, seed 3");
    seconds = 70;
    lines.progress(progress(9, 1, 75));
    lines.progress(progress(10, 1, 0));
    lines.progress(progress(10, 1, 0));
    assertThat(written())
        .isEqualTo(
            """
            study: 0 of 10
            study: 5 of 10, about 5 s left
            failed: shallow, seed 3
            study: 9 of 10, 1 failed, about 1 min 15 s left
            study: 10 of 10, 1 failed, about 0 s left
            """);
  }

  @Test
  void theBoardIsDrawnOverItselfAndMessagesStayAbove() {
    StudyBoard board = new StudyBoard(err, 80);
    board.progress(progress(1, 0, Double.NaN));
    board.message("failed: shallow, seed 3");
    board.progress(progress(2, 1, 90));
    board.close();
    assertThat(screen(written()))
        .containsExactly(
            "failed: shallow, seed 3",
            "              done  failed  running",
            "shallow       1/5        1        1",
            "deep · adam   0/5                  ",
            "  shallow, seed 2: training 40 %",
            "  –",
            "2 of 10, about 1 min 30 s left");
  }

  @Test
  void longLinesAreCutAndIdleCellsLeftOutWhenThereAreMany() {
    StudyBoard board = new StudyBoard(err, 20);
    List<CellProgress> cells = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      cells.add(new CellProgress("cell " + i, 0, 0, i == 7 ? 1 : 0, 5));
    }
    board.progress(
        new StudyProgress(cells, List.of("a line that is far too long"), 0, 250, Double.NaN));
    List<String> screen = screen(written());
    assertThat(screen).hasSize(4).allMatch(line -> line.length() < 20);
    assertThat(screen.get(1)).startsWith("cell 7");
    assertThat(screen.get(2)).isEqualTo("  a line that is f…");
  }

  /** What a terminal shows in the end: line feeds, cursor up, and clearing below it. */
  private static List<String> screen(String text) {
    List<String> lines = new ArrayList<>();
    int row = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("\u001b[J", at)) {
        lines = new ArrayList<>(lines.subList(0, row));
        at += 3;
      } else if (text.charAt(at) == '\u001b') {
        int end = text.indexOf('A', at);
        row -= Integer.parseInt(text.substring(at + 2, end));
        at = end + 1;
      } else if (text.charAt(at) == '\r') {
        at++;
      } else {
        int end = text.indexOf('\n', at);
        lines.add(text.substring(at, end));
        row++;
        at = end + 1;
      }
    }
    return lines;
  }
}
