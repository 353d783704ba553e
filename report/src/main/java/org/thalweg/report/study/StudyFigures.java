package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.figure.Figure;
import org.thalweg.study.design.Quantity;

/**
 * The pictures of a study: as chapters for the page, and as figures for files in documents.
 *
 * <p>Cells look the same in all of them: see {@link DesignLayout}.
 */
public final class StudyFigures {
  private static final int MOST_PANELS = 12;

  private StudyFigures() {}

  /**
   * Every picture of the page, and an overview of the quantities ({@code bars}), for {@link
   * org.thalweg.figure.FigureFiles}. Their names are fit for files.
   */
  public static List<Figure> of(StudyContents contents) {
    List<Figure> figures = new ArrayList<>();
    DesignLayout layout = new DesignLayout(contents.study());
    List<Quantity> quantities = contents.study().quantities().stream().limit(MOST_PANELS).toList();
    if (!quantities.isEmpty() && !layout.cells().isEmpty()) {
      figures.add(new ValueFigures(contents, layout).overview(new FigureNames(), quantities));
    }
    for (StudyChapter chapter : chapters(contents)) {
      chapter.figures().forEach(figure -> figures.add(figure.figure()));
    }
    return List.copyOf(figures);
  }

  /** Without those that have nothing to show. */
  static List<StudyChapter> chapters(StudyContents contents) {
    DesignLayout layout = new DesignLayout(contents.study());
    FigureNames names = new FigureNames();
    return List.of(
            new ValueFigures(contents, layout).chapter(names),
            new AssociationFigures(contents, layout).chapter(names),
            CorrelationFigure.chapter(contents, names),
            new SeriesFigures(contents, layout).chapter(names),
            LandscapeFigures.chapter(contents, layout, names))
        .stream()
        .filter(chapter -> !chapter.isEmpty())
        .toList();
  }
}
