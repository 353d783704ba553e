package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.thalweg.figure.NumberText;
import org.thalweg.study.analysis.CellSummary;
import org.thalweg.study.analysis.ComparisonResult;
import org.thalweg.study.design.Quantity;

/** Quantities by cell, and the differences between levels. */
final class NumberTables {
  private static final double SIGNIFICANT = 0.05;

  private final StudyContents contents;
  private final QuantityWords words;

  NumberTables(StudyContents contents) {
    this.contents = contents;
    this.words = new QuantityWords(contents.study());
  }

  /** A row for each cell, a column for each quantity: outcomes, then what was measured. */
  List<TableView> byCell() {
    return List.of(
            byCell(
                "Outcomes and training, by cell",
                one -> !one.ofPairs() && one.role() != Quantity.Role.PREDICTOR),
            byCell(
                "Measured on the landscape, by cell",
                one -> !one.ofPairs() && one.role() == Quantity.Role.PREDICTOR),
            byCell("Between two trainings of a cell", Quantity::ofPairs))
        .stream()
        .filter(table -> !table.isEmpty())
        .toList();
  }

  private TableView byCell(String caption, Predicate<Quantity> which) {
    List<Quantity> quantities = contents.study().quantities().stream().filter(which).toList();
    List<TableView.Column> columns = new ArrayList<>(TableView.columns("cell"));
    quantities.forEach(one -> columns.add(new TableView.Column(words.withUnit(one.name()), true)));
    List<TableView.Row> rows = new ArrayList<>();
    if (!quantities.isEmpty()) {
      for (var cell : contents.study().cells()) {
        List<TableView.Entry> row = new ArrayList<>();
        row.add(TableView.Entry.text(cell.name()));
        quantities.forEach(one -> row.add(entry(cell.levels(), one.name())));
        rows.add(TableView.Row.of(row));
      }
    }
    return new TableView(caption, columns, rows);
  }

  private TableView.Entry entry(Map<String, String> levels, String quantity) {
    return contents.analysis().cells().stream()
        .filter(cell -> cell.quantity().equals(quantity) && cell.levels().equals(levels))
        .findFirst()
        .map(NumberTables::entry)
        .orElse(TableView.Entry.number("—", "", Double.NaN));
  }

  private static TableView.Entry entry(CellSummary cell) {
    String of = cell.missing() > 0 ? " of " + (cell.count() + cell.missing()) : "";
    String spread =
        Double.isNaN(cell.standardDeviation())
            ? ""
            : "s = " + NumberText.of(cell.standardDeviation(), 2) + ", ";
    String ends = Text.ends(cell.mean().low(), cell.mean().high()).strip();
    return TableView.Entry.number(
        Text.number(cell.mean().estimate()),
        (ends.isEmpty() ? "" : ends + "\n") + spread + "n = " + cell.count() + of,
        cell.mean().estimate());
  }

  /** Everything that is known of each quantity in each cell. */
  TableView everything() {
    return new TableView(
        "Every quantity in every cell",
        TableView.columns(
            "cell",
            "quantity",
            "#mean",
            "#95 % interval",
            "#spread s",
            "#median",
            "#minimum",
            "#maximum",
            "#n",
            "#missing"),
        contents.analysis().cells().stream().map(this::row).toList());
  }

  private TableView.Row row(CellSummary cell) {
    return TableView.Row.of(
        List.of(
            TableView.Entry.text(cell.cell()),
            TableView.Entry.text(words.withUnit(cell.quantity())),
            TableView.Entry.number(cell.mean().estimate()),
            TableView.Entry.number(
                Text.ends(cell.mean().low(), cell.mean().high()).strip(),
                "",
                cell.mean().high() - cell.mean().low()),
            TableView.Entry.number(cell.standardDeviation()),
            TableView.Entry.number(cell.median()),
            TableView.Entry.number(cell.minimum()),
            TableView.Entry.number(cell.maximum()),
            TableView.Entry.number(cell.count()),
            TableView.Entry.number(cell.missing())));
  }

  /** Levels compared seed by seed. */
  TableView comparisons() {
    return new TableView(
        "Levels compared, seed by seed",
        TableView.columns(
            "quantity",
            "first",
            "second",
            "#mean of first",
            "#of second",
            "#difference",
            "#ratio",
            "#effect size g",
            "#p",
            "#p after Holm",
            "#seeds"),
        contents.analysis().comparisons().stream().map(this::row).toList());
  }

  private TableView.Row row(ComparisonResult one) {
    TableView.Entry adjusted =
        TableView.Entry.number(Text.bareP(one.adjustedPValue()), "", one.adjustedPValue());
    boolean clear = one.adjustedPValue() <= SIGNIFICANT;
    return TableView.Row.of(
        List.of(
            TableView.Entry.text(words.title(one.quantity())),
            TableView.Entry.text(one.first()),
            TableView.Entry.text(one.second()),
            TableView.Entry.number(one.firstMean()),
            TableView.Entry.number(one.secondMean()),
            interval(one.difference()),
            interval(one.ratio()),
            interval(one.effectSize()),
            TableView.Entry.number(Text.bareP(one.pValue()), "", one.pValue()),
            clear ? adjusted.emphasised() : adjusted,
            TableView.Entry.number(
                Integer.toString(one.seeds()),
                one.missingSeeds() > 0 ? one.missingSeeds() + " missing" : "",
                one.seeds())));
  }

  private static TableView.Entry interval(org.thalweg.statistics.Interval interval) {
    return TableView.Entry.number(
        Text.number(interval.estimate()),
        Text.ends(interval.low(), interval.high()).strip(),
        interval.estimate());
  }
}
