package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.CurveBands;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.result.Values;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.SampleSummary;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.Series;

/** Numbers over the course of training: the mean over the seeds of each cell, with a band. */
final class SeriesFigures {
  private final StudyContents contents;
  private final DesignLayout layout;
  private final Map<String, Map<String, String>> levelsOfTrial;

  SeriesFigures(StudyContents contents, DesignLayout layout) {
    this.contents = contents;
    this.layout = layout;
    this.levelsOfTrial =
        contents.observations().trials().stream()
            .collect(Collectors.toMap(Observation::id, Observation::levels, (a, b) -> a));
  }

  StudyChapter chapter(FigureNames names) {
    List<StudyFigure> figures = new ArrayList<>();
    for (SeriesPlan plan : contents.study().series()) {
      List<Series> series =
          contents.observations().series().stream()
              .filter(one -> one.name().equals(plan.name()))
              .toList();
      if (!series.isEmpty()) {
        figures.add(figure(plan, series, names));
      }
    }
    return new StudyChapter(
        "dynamics",
        "Over the course of training",
        "One line for each cell: the mean over its seeds, with the band of its 95 % interval. Where"
            + " the axis is logarithmic, mean and band are those of the logarithms (a geometric"
            + " mean), so that the band never reaches zero.",
        "The band says how well the mean is known, not how far single trainings scatter; with one"
            + " seed there is none. Where trainings end at different epochs, the mean is over those"
            + " that still run, and the line may jump. Epochs are not time: an epoch of one"
            + " architecture can cost ten times that of another.",
        figures);
  }

  private StudyFigure figure(SeriesPlan plan, List<Series> series, FigureNames names) {
    AxisChoice vertical =
        AxisChoice.of(
            plan.title(),
            plan.unit(),
            plan.logarithmic(),
            series.stream().flatMapToDouble(one -> one.value().stream()));
    List<CurveBands.Curve> curves = new ArrayList<>();
    layout
        .cells()
        .forEach(
            (name, levels) -> {
              List<Series> own =
                  series.stream()
                      .filter(one -> levels.equals(levelsOfTrial.get(one.trial())))
                      .toList();
              if (!own.isEmpty()) {
                curves.add(mean(name, levels, own, vertical));
              }
            });
    CurveBands bands =
        new CurveBands(
            AxisChoice.linear("epoch (passes over the training data)"), vertical, curves);
    Figure figure =
        GroupFigures.curves(
            new GroupFigures.Words(
                names.next("dynamics", plan.name()),
                plan.title() + " over training",
                "",
                "Means over seeds with 95 % bands, a line for each cell."),
            bands);
    return new StudyFigure(
        "curves",
        plan.title(),
        List.of(plan.name() + ": " + Text.count(series.size(), "training", "trainings")),
        false,
        figure,
        node -> FigureData.embed(bands, 1, node));
  }

  private CurveBands.Curve mean(
      String name, Map<String, String> levels, List<Series> series, AxisChoice axis) {
    SortedMap<Double, List<Double>> byEpoch = new TreeMap<>();
    for (Series one : series) {
      for (int i = 0; i < one.epoch().size(); i++) {
        byEpoch
            .computeIfAbsent(one.epoch().get(i), epoch -> new ArrayList<>())
            .add(axis.place(one.value().get(i)));
      }
    }
    List<Interval> means =
        byEpoch.values().stream()
            .map(
                values ->
                    SampleSummary.of(values.stream().mapToDouble(value -> value).toArray()).mean())
            .toList();
    return new CurveBands.Curve(
        name,
        layout.style(levels),
        Values.of(byEpoch.keySet().stream().mapToDouble(epoch -> epoch).toArray()),
        column(means.stream().mapToDouble(Interval::estimate), axis),
        column(means.stream().mapToDouble(Interval::low), axis),
        column(means.stream().mapToDouble(Interval::high), axis));
  }

  private static Values column(DoubleStream places, AxisChoice axis) {
    return Values.of(places.map(axis::value).toArray());
  }
}
