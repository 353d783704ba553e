package org.thalweg.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.thalweg.figure.NumberText;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;
import org.thalweg.store.StoredTraining;

/** The sentences below the title: what was trained on what, and what was measured. */
final class RunSummary {
  private RunSummary() {}

  static List<String> of(RunContents run) {
    List<String> sentences = new ArrayList<>();
    sentences.add(run.training().map(RunSummary::training).orElse("Not trained in this run."));
    sentences.add(
        run.results().isEmpty()
            ? "Nothing was measured."
            : run.results().stream()
                .map(stored -> stored.id() + " (" + stored.result().outcome().text() + ")")
                .collect(Collectors.joining(", ", "Measured: ", ".")));
    provenance(run).ifPresent(provenance -> sentences.add(origin(provenance)));
    return sentences;
  }

  private static String training(StoredTraining training) {
    TrainingHistory history = training.history();
    if (history.records().isEmpty()) {
      return "A training that recorded nothing; it ended: " + history.outcome().text() + ".";
    }
    TrainingRecord last = history.records().get(history.records().size() - 1);
    return "Trained for %s epochs (%d steps, %s s); how it ended: %s."
        .formatted(
            NumberText.of(last.epoch(), 4),
            last.step(),
            NumberText.of(last.seconds(), 3),
            history.outcome().text());
  }

  private static java.util.Optional<Provenance> provenance(RunContents run) {
    return run.training()
        .map(StoredTraining::provenance)
        .or(() -> run.results().stream().findFirst().map(StoredResult::provenance));
  }

  private static String origin(Provenance provenance) {
    return "Thalweg %s, %s, %s."
        .formatted(
            provenance.codeVersion(), provenance.environment().precision(), provenance.created());
  }
}
