package org.thalweg.cli;

import java.nio.file.Path;
import org.thalweg.app.Analysis;
import org.thalweg.app.Exported;
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
    document.put("outcome", analysis.outcome().text());
    document.put("run", analysis.run().toString());
    add(document, analysis);
    return print(document);
  }

  static String quickstart(Quickstart quickstart) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("outcome", quickstart.outcome().text());
    document.put("run", quickstart.trained().folder().toString());
    document.set("training", MAPPER.readTree(training(quickstart.trained().folder())));
    quickstart.analysis().ifPresent(analysis -> add(document, analysis));
    return print(document);
  }

  static String exported(Exported exported) {
    ObjectNode document = MAPPER.createObjectNode();
    ArrayNode files = document.putArray("files");
    exported.files().forEach(file -> files.add(file.toString()));
    ArrayNode left = document.putArray("leftOut");
    exported.left().forEach(left::add);
    return print(document);
  }

  static String report(Path page) {
    return print(MAPPER.createObjectNode().put("report", page.toString()));
  }

  private static void add(ObjectNode document, Analysis analysis) {
    analysis.report().ifPresent(page -> document.put("report", page.toString()));
    ArrayNode results = document.putArray("results");
    for (Measured measured : analysis.measured()) {
      results.add(MAPPER.readTree(measured(measured)));
    }
    if (!analysis.leftOut().isEmpty()) {
      ArrayNode left = document.putArray("leftOut");
      analysis
          .leftOut()
          .forEach(
              part -> left.addObject().put("name", part.name()).put("seconds", part.seconds()));
    }
  }

  static String print(ObjectNode document) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);
  }
}
