package org.thalweg.report;

import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/**
 * Every array of a run as JSON inside the page, with what the static figures decided about scales
 * and levels, so that both kinds of picture agree. Numbers that are not finite are strings.
 */
final class EmbeddedData {
  private EmbeddedData() {}

  /** JSON that can stand inside a script element: it contains no {@code <}. */
  static String of(RunContents run) {
    EmbeddedNode root = EmbeddedNode.root();
    run.training()
        .ifPresent(training -> TrainingView.embed(training.history(), root.object("training")));
    EmbeddedNode results = root.object("results");
    for (StoredResult stored : run.results()) {
      EmbeddedNode node = results.object(stored.id()).put("probe", stored.result().probe());
      ResultViews.of(stored.result()).embed(node);
    }
    return root.text();
  }
}
