package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.app.study.CellTable;
import org.thalweg.app.study.Conclusion;
import org.thalweg.app.study.StudyDocument;
import org.thalweg.app.study.StudyOutcome;
import org.thalweg.result.Outcome;
import org.thalweg.study.claim.ClaimVerdict;

/** What a study came to, for a reader. */
final class StudyOutput {
  /** As many as fit beside each other, with the name of a cell, on a usual terminal. */
  private static final int COLUMNS = 4;

  private StudyOutput() {}

  static CommandOutput of(StudyOutcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome.cells().ifPresent(cells -> lines.addAll(table(cells)));
    if (!outcome.neverFound().isEmpty()) {
      lines.add("without a value everywhere: " + String.join(", ", outcome.neverFound()));
    }
    outcome.conclusion().ifPresent(found -> lines.addAll(verdicts(found.verdicts())));
    lines.add(counts(outcome));
    lines.add("tables  " + outcome.folder());
    outcome.conclusion().map(Conclusion::page).ifPresent(page -> lines.add("report  " + page));
    if (outcome.outcome() == Outcome.CANCELLED) {
      lines.addAll(NextSteps.AFTER_INTERRUPTION);
    } else if (outcome.failed() > 0) {
      lines.add("try again what failed: the same command with --retry-failed");
    }
    return new CommandOutput(lines, StudyDocument.of(outcome), outcome.outcome());
  }

  private static String counts(StudyOutcome outcome) {
    String left =
        outcome.pending() == 0 ? "" : ", %d still to be done".formatted(outcome.pending());
    return "%s: %d trials complete, %d failed%s, %s"
        .formatted(
            outcome.name(),
            outcome.complete(),
            outcome.failed(),
            left,
            Durations.text(outcome.seconds()));
  }

  /** Means ± half a 95 % interval. */
  private static List<String> table(CellTable cells) {
    int columns = Math.min(COLUMNS, cells.quantities().size());
    int first = cells.rows().stream().mapToInt(row -> row.cell().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(" ".repeat(first));
    List<List<String>> rows =
        cells.rows().stream()
            .map(row -> row.values().stream().limit(columns).map(StudyOutput::cell).toList())
            .toList();
    int[] widths = new int[columns];
    for (int j = 0; j < columns; j++) {
      int column = j;
      int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      widths[j] = Math.max(widest, cells.quantities().get(j).length());
      head.append("  ").append(padded(cells.quantities().get(j), widths[j]));
    }
    lines.add(head.toString());
    for (int i = 0; i < rows.size(); i++) {
      String name = cells.rows().get(i).cell();
      StringBuilder line = new StringBuilder(name).append(" ".repeat(first - name.length()));
      for (int j = 0; j < columns; j++) {
        line.append("  ").append(padded(rows.get(i).get(j), widths[j]));
      }
      lines.add(line.toString());
    }
    lines.add("mean over seeds ± half of its 95 % interval");
    lines.add("");
    return lines;
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String cell(CellTable.Value value) {
    if (Double.isNaN(value.mean())) {
      return Numbers.UNDEFINED;
    }
    String mean = String.format(Locale.ROOT, "%.4g", value.mean());
    return Double.isNaN(value.halfWidth())
        ? mean
        : mean + String.format(Locale.ROOT, " ± %.2g", value.halfWidth());
  }

  private static List<String> verdicts(List<ClaimVerdict> verdicts) {
    List<String> lines = new ArrayList<>();
    for (ClaimVerdict verdict : verdicts) {
      lines.add(
          "%-12s  %s  %s"
              .formatted(verdict.verdict().text(), verdict.claim().id(), verdict.claim().text()));
      lines.add("              " + verdict.why());
    }
    if (!verdicts.isEmpty()) {
      lines.add("");
    }
    return lines;
  }
}
