package org.thalweg.cli;

import java.nio.file.Path;
import org.thalweg.app.Analysis;
import org.thalweg.app.Measured;
import org.thalweg.app.Quickstart;
import org.thalweg.store.ResultJson;
import org.thalweg.store.RunFolder;
import org.thalweg.store.TrainingDocument;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code --json} prints: envelopes as run folders keep them, or one object around several. */
final class Documents {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Documents() {}

  static String measured(Measured measured) {
    return ResultJson.write(measured.result(), measured.stored().provenance());
  }

  static String training(Path folder) {
    return TrainingDocument.write(RunFolder.open(folder).training().orElseThrow());
  }

  static String analysis(Analysis analysis) {
    ObjectNode document = MAPPER.createObjectNode();
    add(document, analysis);
    return print(document);
  }

  static String quickstart(Quickstart quickstart) {
    ObjectNode document = MAPPER.createObjectNode();
    document.set("training", MAPPER.readTree(training(quickstart.trained().folder())));
    add(document, quickstart.analysis());
    return print(document);
  }

  static String report(Path page) {
    return print(MAPPER.createObjectNode().put("report", page.toString()));
  }

  private static void add(ObjectNode document, Analysis analysis) {
    document.put("run", analysis.run().toString()).put("report", analysis.report().toString());
    ArrayNode results = document.putArray("results");
    for (Measured measured : analysis.measured()) {
      results.add(MAPPER.readTree(measured(measured)));
    }
  }

  static String print(ObjectNode document) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
