package org.thalweg.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.thalweg.store.RunContents;
import org.thalweg.store.StoredResult;

/** The pictures that answer one question. */
record ChapterView(String id, String heading, List<FigureView> figures) {
  /** Those that have pictures, in the order of the page. */
  static List<ChapterView> of(RunContents run) {
    Map<Chapter, List<FigureView>> figures = new EnumMap<>(Chapter.class);
    run.training()
        .map(training -> FigureView.ofTraining(training.history()))
        .ifPresent(figure -> figures.put(Chapter.TRAINING, List.of(figure)));
    for (StoredResult stored : run.results()) {
      figures
          .computeIfAbsent(
              ResultViews.of(stored.result()).view().chapter(), chapter -> new ArrayList<>())
          .addAll(FigureView.of(stored.id(), stored.result()));
    }
    return figures.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static ChapterView of(Chapter chapter, List<FigureView> figures) {
    return new ChapterView(chapter.id(), chapter.heading(), List.copyOf(figures));
  }
}
