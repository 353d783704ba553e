package org.thalweg.store;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.result.Values;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON document of a training, as {@code --json} prints it: the envelope of a probe, with one
 * array for each column of the history.
 */
public final class TrainingDocument {
  private TrainingDocument() {}

  /** The document as indented text, ending in a line feed. */
  public static String write(StoredTraining training) {
    TrainingHistory history = training.history();
    List<TrainingRecord> records = history.records();
    ObjectNode values = Json.object();
    values.set("step", column(records, TrainingRecord::step));
    values.set("epoch", column(records, TrainingRecord::epoch));
    values.set("trainLoss", column(records, TrainingRecord::trainLoss));
    values.set("trainAccuracy", column(records, TrainingRecord::trainAccuracy));
    values.set("testLoss", column(records, TrainingRecord::testLoss));
    values.set("testAccuracy", column(records, TrainingRecord::testAccuracy));
    values.set("gradientNorm", column(records, TrainingRecord::gradientNorm));
    values.set("learningRate", column(records, TrainingRecord::learningRate));
    values.set("seconds", column(records, TrainingRecord::seconds));
    ObjectNode node = Json.object().put("probe", "train").put("outcome", history.outcome().text());
    node.set("values", values);
    node.set("cost", ResultJson.cost(history.cost()));
    node.set("provenance", ProvenanceJson.write(training.provenance()));
    return Json.print(node);
  }

  private static ArrayNode column(
      List<TrainingRecord> records, ToDoubleFunction<TrainingRecord> field) {
    return Json.numbers(Values.of(records.stream().mapToDouble(field).toArray()));
  }
}
