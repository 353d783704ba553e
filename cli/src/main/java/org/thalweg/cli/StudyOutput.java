package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thalweg.app.study.StudyOutcome;
import org.thalweg.result.Outcome;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Observation.State;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a study came to, for a reader and as a document. */
final class StudyOutput {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StudyOutput() {}

  static CommandOutput of(StudyOutcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d trials complete, %d failed, %d to be done, %s"
            .formatted(
                outcome.observations().study().name(),
                outcome.count(State.COMPLETE),
                outcome.count(State.FAILED),
                outcome.count(State.PENDING),
                Durations.text(outcome.seconds())));
    lines.add("tables  " + outcome.folder());
    if (outcome.outcome() == Outcome.CANCELLED) {
      lines.addAll(NextSteps.AFTER_INTERRUPTION);
    }
    return new CommandOutput(lines, document(outcome), outcome.outcome());
  }

  private static String document(StudyOutcome outcome) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("study", outcome.observations().study().name());
    document.put("scale", outcome.observations().study().scale().text());
    document.put("outcome", outcome.outcome().text());
    document.put("folder", outcome.folder().toString());
    add(document.putArray("trials"), outcome.observations().trials());
    add(document.putArray("pairs"), outcome.observations().pairs());
    return Documents.print(document);
  }

  private static void add(ArrayNode array, List<Observation> observations) {
    for (Observation one : observations) {
      ObjectNode row = array.addObject().put("id", one.id());
      ObjectNode levels = row.putObject("levels");
      one.levels().forEach(levels::put);
      row.put("seed", one.seed())
          .put("state", one.state().name().toLowerCase(java.util.Locale.ROOT));
      ObjectNode values = row.putObject("values");
      for (Map.Entry<String, Double> value : one.values().entrySet()) {
        if (Double.isFinite(value.getValue())) {
          values.put(value.getKey(), value.getValue());
        } else {
          values.put(value.getKey(), value.getValue().toString());
        }
      }
      row.put("note", one.note());
    }
  }
}
