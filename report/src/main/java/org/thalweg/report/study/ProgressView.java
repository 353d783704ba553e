package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;

/** How far the study came, and what went wrong. */
final class ProgressView {
  private ProgressView() {}

  /** E.g. "19 of 20 trainings complete, 1 failed." */
  static String sentence(StudyContents contents) {
    List<Observation> trials = contents.observations().trials();
    StringBuilder text = new StringBuilder();
    text.append(count(trials, State.COMPLETE))
        .append(" of ")
        .append(Text.count(contents.study().trials().size(), "training", "trainings"))
        .append(" complete");
    append(text, count(trials, State.FAILED), " failed");
    long measured = trials.stream().filter(trial -> trial.state() != State.PENDING).count();
    append(text, contents.study().trials().size() - measured, " not run yet");
    List<Observation> pairs = contents.observations().pairs();
    if (!pairs.isEmpty()) {
      text.append("; ")
          .append(count(pairs, State.COMPLETE))
          .append(" of ")
          .append(Text.count(pairs.size(), "pair", "pairs"))
          .append(" measured");
    }
    return text.append('.').toString();
  }

  private static void append(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(", ").append(count).append(what);
    }
  }

  private static long count(List<Observation> rows, State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }

  /** Trials and pairs with something to say. */
  static TableView notes(StudyContents contents) {
    List<TableView.Row> rows = new ArrayList<>();
    for (List<Observation> all :
        List.of(contents.observations().trials(), contents.observations().pairs())) {
      for (Observation row : all) {
        if (row.state() == State.FAILED || !row.note().isBlank()) {
          rows.add(
              TableView.Row.of(
                  List.of(
                      TableView.Entry.text(CellName.of(row.levels())),
                      TableView.Entry.number(Long.toString(row.seed()), "", (double) row.seed()),
                      TableView.Entry.text(state(row.state())),
                      TableView.Entry.text(row.note()),
                      TableView.Entry.text(row.id()))));
        }
      }
    }
    return new TableView(
        "What failed or is missing, and why",
        TableView.columns("cell", "#seed", "state", "reason", "trial"),
        rows);
  }

  private static String state(State state) {
    return switch (state) {
      case COMPLETE -> "complete";
      case FAILED -> "failed";
      case PENDING -> "not run yet";
    };
  }
}
