package org.thalweg.app.study;

import java.util.List;
import java.util.Locale;
import org.thalweg.study.analysis.CellSummary;
import org.thalweg.study.observation.Observation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a study came to as one JSON document; numbers that are not finite are their names. */
public final class StudyDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StudyDocument() {}

  /** Trials, pairs, summaries of cells and verdicts. */
  public static String of(StudyOutcome outcome) {
    ObjectNode document = MAPPER.createObjectNode();
    document
        .put("study", outcome.observations().study().name())
        .put("scale", outcome.observations().study().scale().text())
        .put("outcome", outcome.outcome().text())
        .put("folder", outcome.folder().toString());
    outcome.conclusion().ifPresent(found -> document.put("report", found.page().toString()));
    add(document.putArray("trials"), outcome.observations().trials());
    add(document.putArray("pairs"), outcome.observations().pairs());
    outcome
        .conclusion()
        .ifPresent(
            found -> {
              ArrayNode cells = document.putArray("cells");
              found.analysis().cells().forEach(summary -> add(cells.addObject(), summary));
              document.set("claims", VerdictsDocument.array(found.verdicts()));
            });
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }

  private static void add(ArrayNode array, List<Observation> observations) {
    for (Observation one : observations) {
      ObjectNode row = array.addObject().put("id", one.id());
      one.levels().forEach(row.putObject("levels")::put);
      row.put("seed", one.seed()).put("state", one.state().name().toLowerCase(Locale.ROOT));
      ObjectNode values = row.putObject("values");
      one.values().forEach((name, value) -> number(values, name, value));
      row.put("note", one.note());
    }
  }

  private static void add(ObjectNode node, CellSummary summary) {
    summary.levels().forEach(node.putObject("levels")::put);
    node.put("quantity", summary.quantity())
        .put("count", summary.count())
        .put("missing", summary.missing());
    number(node, "mean", summary.mean().estimate());
    number(node, "low", summary.mean().low());
    number(node, "high", summary.mean().high());
    number(node, "standardDeviation", summary.standardDeviation());
    number(node, "median", summary.median());
  }

  static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.put(name, Double.toString(value));
    }
  }
}
