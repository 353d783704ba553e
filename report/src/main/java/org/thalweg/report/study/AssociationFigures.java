package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.figure.PointCloud;
import org.thalweg.result.Values;
import org.thalweg.study.analysis.AssociationResult;
import org.thalweg.study.observation.Observation;

/** Predictors against outcomes: a point for each training, and the line that fits all of them. */
final class AssociationFigures {
  private final StudyContents contents;
  private final DesignLayout layout;
  private final QuantityWords words;

  AssociationFigures(StudyContents contents, DesignLayout layout) {
    this.contents = contents;
    this.layout = layout;
    this.words = new QuantityWords(contents.study());
  }

  StudyChapter chapter(FigureNames names) {
    List<StudyFigure> figures = new ArrayList<>();
    for (AssociationResult association : contents.analysis().associations()) {
      if (association.count() > 0) {
        figures.add(figure(association, names));
      }
    }
    return new StudyChapter(
        "associations",
        "Predictors and outcomes",
        "One point for each training, with colour and shape of its cell. The line is the"
            + " least-squares fit through all points (of the logarithms, where an axis is"
            + " logarithmic), the band is where that line may lie at 95 %. Below: Pearson's r,"
            + " Spearman's ρ and Kendall's τ with 95 % intervals.",
        "Trainings of one cell resemble each other, so that the points are not independent and the"
            + " band is too narrow where there are several cells; “between cells” takes the means"
            + " of the cells, “within cells” only what is left when these are taken out. A"
            + " correlation that exists between cells alone may be nothing but the difference of two"
            + " architectures. Correlation is not cause.",
        figures);
  }

  private StudyFigure figure(AssociationResult association, FigureNames names) {
    String predictor = association.predictor();
    String outcome = association.outcome();
    PointCloud cloud = cloud(predictor, outcome);
    String title = words.title(outcome) + " against " + words.title(predictor);
    Figure figure =
        GroupFigures.points(
            new GroupFigures.Words(
                names.next("scatter", predictor + "-" + outcome),
                title,
                captions(association).get(0),
                "A point for each training. " + String.join("; ", captions(association))),
            cloud);
    return new StudyFigure(
        "points",
        title,
        captions(association).stream().skip(1).toList(),
        false,
        figure,
        node -> FigureData.embed(cloud, node));
  }

  private List<String> captions(AssociationResult association) {
    List<String> captions = new ArrayList<>();
    captions.add(
        "Over %s%s: %s; %s; %s."
            .formatted(
                Text.count(association.count(), "training", "trainings"),
                association.missing() > 0 ? " (" + association.missing() + " left out)" : "",
                Text.estimate("r", association.pearson()),
                Text.estimate("ρ", association.spearman()),
                Text.estimate("τ", association.kendall())));
    captions.add(
        "Between %s: %s. Within cells: %s."
            .formatted(
                Text.count(association.betweenCells().count(), "cell", "cells"),
                Text.estimate("r", association.betweenCells()),
                Text.estimate("r", association.withinCells())));
    association
        .partial()
        .ifPresent(
            partial ->
                captions.add(
                    "With %s held fixed: %s."
                        .formatted(
                            String.join(", ", words.titles(association.given())),
                            Text.estimate("r", partial))));
    return captions;
  }

  private PointCloud cloud(String predictor, String outcome) {
    List<PointCloud.Group> groups = new ArrayList<>();
    layout.cells().forEach((name, levels) -> groups.add(group(name, levels, predictor, outcome)));
    AxisChoice horizontal = axis(predictor, groups.stream().map(PointCloud.Group::x).toList());
    AxisChoice vertical = axis(outcome, groups.stream().map(PointCloud.Group::y).toList());
    CurveBands.Curve fit =
        FitLine.of(
            groups.stream().flatMapToDouble(group -> group.x().stream()).toArray(),
            groups.stream().flatMapToDouble(group -> group.y().stream()).toArray(),
            horizontal,
            vertical);
    return new PointCloud(horizontal, vertical, groups, fit);
  }

  private AxisChoice axis(String quantity, List<Values> values) {
    DoubleStream all = values.stream().flatMapToDouble(Values::stream);
    return AxisChoice.of(
        words.title(quantity), words.unit(quantity), words.logarithmic(quantity), all);
  }

  private PointCloud.Group group(
      String name, Map<String, String> levels, String predictor, String outcome) {
    List<Observation> rows =
        contents.observations().of(predictor).stream()
            .filter(row -> row.levels().equals(levels))
            .toList();
    return new PointCloud.Group(
        name,
        layout.style(levels),
        Values.of(rows.stream().mapToDouble(row -> row.value(predictor)).toArray()),
        Values.of(rows.stream().mapToDouble(row -> row.value(outcome)).toArray()),
        rows.stream().map(row -> name + ", seed " + row.seed()).toList());
  }
}
