package org.thalweg.store;

import java.util.List;
import org.thalweg.provenance.Provenance;
import org.thalweg.result.Cost;
import org.thalweg.result.Outcome;
import org.thalweg.result.TrainingRecord;
import tools.jackson.databind.node.ObjectNode;

/** A training as {@code training.json} and, for its history, {@code tables/training.csv}. */
final class TrainingJson {
  private TrainingJson() {}

  /** What training.json says. */
  record Document(Outcome outcome, Cost cost, Provenance provenance) {}

  static void write(RunPaths paths, Document document) {
    ObjectNode node = Json.object().put("outcome", document.outcome().text());
    node.put("history", RunPaths.HISTORY);
    node.set("cost", ResultJson.cost(document.cost()));
    node.set("provenance", ProvenanceJson.write(document.provenance()));
    paths.writeText(RunPaths.TRAINING, Json.print(node));
  }

  static Document read(RunPaths paths) {
    String file = paths.at(RunPaths.TRAINING).toString();
    JsonFields fields = Json.parse(TextFile.read(paths.at(RunPaths.TRAINING)), file);
    return new Document(
        ResultJson.outcome(fields),
        ResultJson.cost(fields.object("cost")),
        ProvenanceJson.read(fields.object("provenance")));
  }

  static void writeHistory(RunPaths paths, List<TrainingRecord> records) {
    paths.writeText(RunPaths.HISTORY, CsvTable.print(TrainingTable.of(records)));
  }

  static List<TrainingRecord> history(RunPaths paths) {
    return TrainingTable.read(
        TextFile.read(paths.at(RunPaths.HISTORY)), paths.at(RunPaths.HISTORY).toString());
  }
}
