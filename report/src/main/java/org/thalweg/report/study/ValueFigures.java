package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.thalweg.figure.AxisChoice;
import org.thalweg.figure.Figure;
import org.thalweg.figure.GroupFigures;
import org.thalweg.figure.GroupedValues;
import org.thalweg.result.Values;
import org.thalweg.statistics.Interval;
import org.thalweg.study.analysis.CellSummary;
import org.thalweg.study.design.Quantity;
import org.thalweg.study.observation.Observation;

/** Every quantity by cell: bars or points, intervals, and the single trainings. */
final class ValueFigures {
  private final StudyContents contents;
  private final DesignLayout layout;
  private final QuantityWords words;

  ValueFigures(StudyContents contents, DesignLayout layout) {
    this.contents = contents;
    this.layout = layout;
    this.words = new QuantityWords(contents.study());
  }

  StudyChapter chapter(FigureNames names) {
    List<StudyFigure> figures = new ArrayList<>();
    for (Quantity quantity : contents.study().quantities()) {
      GroupedValues values = values(quantity);
      if (values.entries().stream().anyMatch(entry -> Double.isFinite(entry.mean()))) {
        figures.add(figure(quantity, values, names));
      }
    }
    return new StudyChapter(
        StudyChapter.CELLS,
        "The cells compared",
        "One picture for each quantity. The filled mark is the mean over the seeds, the thin line its"
            + " 95 % interval, the small hollow marks are the single trainings (or pairs). Bars"
            + " start at zero and are drawn only where the differences can be seen that way.",
        "An interval of few seeds is wide and takes the values for roughly normal; intervals that"
            + " overlap do not mean that there is no difference, because seeds are shared between"
            + " cells: the table of comparisons pairs them. Trainings that failed are missing, so"
            + " look at the counts. On a logarithmic axis an interval that reaches zero is cut off.",
        figures);
  }

  /** All quantities on one picture each a panel, for documents. */
  Figure overview(FigureNames names, List<Quantity> quantities) {
    return GroupFigures.values(
        new GroupFigures.Words(
            names.next("bars", ""),
            contents.study().title(),
            "Mean over seeds with its 95 % interval; hollow: single trainings.",
            "One panel for each quantity, by cell."),
        quantities.stream().map(this::values).toList());
  }

  private StudyFigure figure(Quantity quantity, GroupedValues values, FigureNames names) {
    String title = words.title(quantity.name());
    Figure figure =
        GroupFigures.values(
            new GroupFigures.Words(
                names.next("values", quantity.name()),
                title,
                "",
                "Means with 95 % intervals by " + layout.categoryName() + ": " + inWords(values)),
            values);
    return new StudyFigure(
        "values", title, captions(quantity), false, figure, node -> FigureData.embed(values, node));
  }

  private List<String> captions(Quantity quantity) {
    List<CellSummary> cells = summaries(quantity.name());
    int count = cells.stream().mapToInt(CellSummary::count).sum();
    int missing = cells.stream().mapToInt(CellSummary::missing).sum();
    String what = quantity.ofPairs() ? "pairs" : "trainings";
    String text = quantity.name() + ": " + count + " " + what;
    return List.of(missing == 0 ? text : text + ", " + missing + " without a value");
  }

  GroupedValues values(Quantity quantity) {
    List<GroupedValues.Entry> entries = new ArrayList<>();
    layout.cells().values().forEach(levels -> entries.add(entry(quantity, levels)));
    AxisChoice axis =
        AxisChoice.of(
            words.title(quantity.name()),
            words.unit(quantity.name()),
            quantity.logarithmic(),
            entries.stream()
                .flatMapToDouble(
                    entry ->
                        DoubleStream.concat(DoubleStream.of(entry.mean()), entry.each().stream())));
    return new GroupedValues(
        axis, layout.categoryName(), layout.categories(), layout.groups(), entries);
  }

  private GroupedValues.Entry entry(Quantity quantity, Map<String, String> levels) {
    Interval mean =
        summaries(quantity.name()).stream()
            .filter(cell -> cell.levels().equals(levels))
            .findFirst()
            .map(CellSummary::mean)
            .orElse(Interval.missing(Interval.LEVEL));
    List<Observation> rows =
        contents.observations().of(quantity.name()).stream()
            .filter(row -> row.levels().equals(levels))
            .toList();
    return new GroupedValues.Entry(
        layout.categoryIndex(levels),
        layout.groupIndex(levels),
        layout.style(levels),
        mean.estimate(),
        mean.low(),
        mean.high(),
        Values.of(rows.stream().mapToDouble(row -> row.value(quantity.name())).toArray()),
        rows.stream().map(row -> label(quantity, row)).toList());
  }

  private List<CellSummary> summaries(String quantity) {
    return contents.analysis().cells().stream()
        .filter(cell -> cell.quantity().equals(quantity))
        .toList();
  }

  private static String label(Quantity quantity, Observation row) {
    return quantity.ofPairs() ? "pair " + row.id() : "seed " + row.seed();
  }

  private static String inWords(GroupedValues values) {
    List<String> words = new ArrayList<>();
    for (GroupedValues.Entry entry : values.entries()) {
      String group =
          values.groups().isEmpty() ? "" : " " + values.groups().get(entry.group()).name();
      words.add(
          values.categories().get(entry.category())
              + group
              + " "
              + Text.interval(entry.mean(), entry.low(), entry.high()));
    }
    return String.join("; ", words) + ".";
  }
}
