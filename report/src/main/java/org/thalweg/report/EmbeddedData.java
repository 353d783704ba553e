package org.thalweg.report;

import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every array of a run as JSON inside the page, with what the static figures decided about scales
 * and levels, so that both kinds of picture agree. Numbers that are not finite are strings.
 */
final class EmbeddedData {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private EmbeddedData() {}

  /** JSON that can stand inside a script element: it contains no {@code <}. */
  static String of(RunContents run) {
    ObjectNode json = MAPPER.createObjectNode();
    EmbeddedNode root = new EmbeddedNode(json);
    run.training()
        .ifPresent(training -> TrainingView.embed(training.history(), root.object("training")));
    EmbeddedNode results = root.object("results");
    for (StoredResult stored : run.results()) {
      EmbeddedNode node = results.object(stored.id()).put("probe", stored.result().probe());
      ResultViews.of(stored.result()).embed(node);
    }
    return MAPPER.writeValueAsString(json).replace("<", "\\u003c");
  }
}
