package org.thalweg.report.study;

import java.util.List;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.figure.LabelledMatrix;
import org.thalweg.result.Grid;
import org.thalweg.result.Values;
import org.thalweg.study.analysis.CorrelationMatrix;

/** The heat map of all correlations. */
final class CorrelationFigure {
  private CorrelationFigure() {}

  static StudyChapter chapter(StudyContents contents, FigureNames names) {
    CorrelationMatrix correlations = contents.analysis().correlations();
    List<StudyFigure> figures =
        anything(correlations) ? List.of(figure(contents, names)) : List.of();
    return new StudyChapter(
        "correlations",
        "All quantities with each other",
        "Spearman's rank correlation of every two quantities over all trainings that have both:"
            + " purple where both rise together, orange where one falls as the other rises. Grey and"
            + " crossed out: fewer than three trainings, or no differences.",
        "A map of where to look, not a finding: there are no intervals here, and among many pairs"
            + " some are large by chance. Over several cells it mixes differences between cells with"
            + " those between seeds.",
        figures);
  }

  private static boolean anything(CorrelationMatrix correlations) {
    return correlations.quantities().size() > 1
        && correlations.coefficients().stream().flatMap(List::stream).anyMatch(Double::isFinite);
  }

  private static StudyFigure figure(StudyContents contents, FigureNames names) {
    CorrelationMatrix correlations = contents.analysis().correlations();
    int n = correlations.quantities().size();
    double[] values =
        correlations.coefficients().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .toArray();
    LabelledMatrix matrix =
        new LabelledMatrix(
            "Spearman's ρ",
            new QuantityWords(contents.study()).titles(correlations.quantities()),
            new Grid(n, n, Values.of(values)));
    Figure figure =
        GroupFigures.matrix(
            new GroupFigures.Words(
                names.next("correlations", ""),
                "Rank correlations of all quantities",
                "Spearman's ρ over all trainings that have both.",
                "A square table of correlations as coloured cells with their numbers."),
            matrix);
    return new StudyFigure(
        "matrix",
        "Rank correlations of all quantities",
        List.of(),
        true,
        figure,
        node -> FigureData.embed(matrix, node));
  }
}
