package org.thalweg.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.app.study.StudyProgress;
import org.thalweg.app.study.StudyProgress.CellProgress;

/**
 * A study's progress as a table that is drawn over itself: cells with what is done, failed and
 * running, what each worker does, the time left. Messages scroll by above it.
 */
final class StudyBoard implements StudyDisplay {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final int MOST_CELLS = 20;

  private final PrintStream err;
  private final int columns;
  private List<String> drawn = List.of();

  StudyBoard(PrintStream err, int columns) {
    this.err = err;
    this.columns = columns;
  }

  @Override
  public synchronized void progress(StudyProgress progress) {
    List<String> lines = new ArrayList<>();
    cells(progress.cells(), lines);
    for (String worker : progress.workers()) {
      lines.add(worker.isEmpty() ? "  –" : "  " + worker);
    }
    lines.add(
        "%d of %d%s"
            .formatted(progress.done(), progress.total(), Durations.left(progress.secondsLeft())));
    draw(lines);
  }

  @Override
  public synchronized void message(String line) {
    List<String> board = drawn;
    draw(List.of());
    err.print(line + "\n");
    draw(board);
  }

  @Override
  public synchronized void close() {
    err.flush();
  }

  /** Those under way when there are too many of them. */
  private static void cells(List<CellProgress> cells, List<String> lines) {
    int width = cells.stream().mapToInt(cell -> cell.name().length()).max().orElse(0);
    List<CellProgress> shown =
        cells.size() <= MOST_CELLS
            ? cells
            : cells.stream()
                .filter(cell -> cell.running() > 0 || cell.failed() > 0)
                .limit(MOST_CELLS)
                .toList();
    lines.add(
        ("%-" + Math.max(1, width) + "s  %5s  %6s  %7s")
            .formatted("", "done", "failed", "running"));
    for (CellProgress cell : shown) {
      lines.add(
          ("%-" + Math.max(1, width) + "s  %2d/%-2d  %6s  %7s")
              .formatted(
                  cell.name(),
                  cell.done(),
                  cell.total(),
                  cell.failed() == 0 ? "" : cell.failed(),
                  cell.running() == 0 ? "" : cell.running()));
    }
  }

  private void draw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    if (!drawn.isEmpty()) {
      text.append(UP.formatted(drawn.size())).append("\r").append(CLEAR_BELOW);
    }
    for (String line : lines) {
      text.append(line.length() < columns ? line : line.substring(0, columns - 2) + "…")
          .append("\n");
    }
    err.print(text);
    err.flush();
    drawn = List.copyOf(lines);
  }
}
