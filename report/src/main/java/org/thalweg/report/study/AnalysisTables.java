package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.statistics.Interval;
import org.thalweg.store.Table;
import org.thalweg.study.analysis.CorrelationMatrix;
import org.thalweg.study.analysis.Estimate;
import org.thalweg.study.analysis.RankingResult;
import org.thalweg.study.analysis.StudyAnalysis;
import org.thalweg.study.claim.ClaimVerdict;
import org.thalweg.study.claim.Evidence;

/** What the analysis found, with every digit. */
record AnalysisTables(StudyContents contents) {
  Table cells() {
    List<String> factors = StudyTables.factors(contents);
    List<String> columns = new ArrayList<>(factors);
    columns.addAll(
        List.of(
            "quantity",
            "count",
            "missing",
            "mean",
            "low",
            "high",
            "standard_deviation",
            "median",
            "minimum",
            "maximum"));
    return new Table(
        columns,
        analysis().cells().stream()
            .map(
                cell -> {
                  List<String> row = new ArrayList<>();
                  factors.forEach(factor -> row.add(cell.levels().getOrDefault(factor, "")));
                  row.add(cell.quantity());
                  row.add(Integer.toString(cell.count()));
                  row.add(Integer.toString(cell.missing()));
                  add(row, cell.mean());
                  add(row, cell.standardDeviation(), cell.median(), cell.minimum(), cell.maximum());
                  return row;
                })
            .map(List::copyOf)
            .toList());
  }

  Table comparisons() {
    List<List<String>> rows = new ArrayList<>();
    for (var one : analysis().comparisons()) {
      List<String> row =
          new ArrayList<>(List.of(one.quantity(), one.factor(), one.first(), one.second()));
      add(row, one.firstMean(), one.secondMean());
      add(row, one.difference());
      add(row, one.ratio());
      add(row, one.effectSize());
      add(row, one.pValue(), one.adjustedPValue());
      row.add(Integer.toString(one.seeds()));
      row.add(Integer.toString(one.missingSeeds()));
      row.add(Integer.toString(one.pairs()));
      rows.add(row);
    }
    return new Table(
        List.of(
            "quantity",
            "factor",
            "first",
            "second",
            "first_mean",
            "second_mean",
            "difference",
            "difference_low",
            "difference_high",
            "ratio",
            "ratio_low",
            "ratio_high",
            "effect_size",
            "effect_size_low",
            "effect_size_high",
            "p",
            "p_adjusted",
            "seeds",
            "missing_seeds",
            "pairs"),
        rows);
  }

  Table associations() {
    List<List<String>> rows = new ArrayList<>();
    for (var one : analysis().associations()) {
      String given = String.join(" ", one.given());
      addEstimate(rows, "pearson", one.pearson(), one.predictor(), one.outcome(), "");
      addEstimate(rows, "spearman", one.spearman(), one.predictor(), one.outcome(), "");
      addEstimate(rows, "kendall", one.kendall(), one.predictor(), one.outcome(), "");
      one.partial()
          .ifPresent(
              partial ->
                  addEstimate(rows, "partial", partial, one.predictor(), one.outcome(), given));
      addEstimate(rows, "between cells", one.betweenCells(), one.predictor(), one.outcome(), "");
      addEstimate(rows, "within cells", one.withinCells(), one.predictor(), one.outcome(), "");
    }
    return new Table(estimateColumns("predictor", "outcome", "given", "coefficient"), rows);
  }

  Table correlations() {
    CorrelationMatrix matrix = analysis().correlations();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.quantities().size(); i++) {
      for (int j = i + 1; j < matrix.quantities().size(); j++) {
        rows.add(
            List.of(
                matrix.quantities().get(i),
                matrix.quantities().get(j),
                Table.cell(matrix.coefficients().get(i).get(j)),
                Integer.toString(matrix.counts().get(i).get(j))));
      }
    }
    return new Table(List.of("first", "second", "spearman", "count"), rows);
  }

  Table agreements() {
    List<List<String>> rows = new ArrayList<>();
    for (var one : analysis().agreements()) {
      addEstimate(rows, "tau", one.overall(), one.predictor(), one.outcome(), "");
      addEstimate(rows, "psi", one.granulated(), one.predictor(), one.outcome(), "");
      one.factors()
          .forEach(
              each ->
                  addEstimate(
                      rows,
                      "psi of a factor",
                      each.estimate(),
                      one.predictor(),
                      one.outcome(),
                      each.factor()));
    }
    return new Table(estimateColumns("predictor", "outcome", "factor", "coefficient"), rows);
  }

  Table scores() {
    List<List<String>> rows = new ArrayList<>();
    for (var one : analysis().scores()) {
      addEstimate(
          rows, "given", one.given(), one.name(), one.outcome(), weights(one.givenWeights()));
      addEstimate(
          rows, "fitted", one.fitted(), one.name(), one.outcome(), weights(one.fittedWeights()));
      addEstimate(
          rows,
          "fitted, where it was fitted",
          one.fittedThere(),
          one.name(),
          one.outcome(),
          weights(one.fittedWeights()));
    }
    return new Table(estimateColumns("score", "outcome", "weights", "which"), rows);
  }

  Table rankings() {
    List<List<String>> rows = new ArrayList<>();
    for (RankingResult one : analysis().rankings()) {
      for (RankingResult.Configuration each : one.configurations()) {
        rows.add(
            List.of(
                one.score(),
                one.outcome(),
                each.cell(),
                Table.cell(each.score()),
                Table.cell(each.outcome()),
                Integer.toString(each.promisedRank()),
                Table.cell(each.rank())));
      }
    }
    return new Table(
        List.of("score", "outcome", "cell", "mean_score", "mean_outcome", "promised_rank", "rank"),
        rows);
  }

  Table claims() {
    List<List<String>> rows = new ArrayList<>();
    for (ClaimVerdict verdict : contents.verdicts()) {
      for (Evidence part : verdict.evidence()) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    verdict.claim().id(),
                    verdict.claim().text(),
                    verdict.claim().source(),
                    verdict.claim().rule().describe(),
                    verdict.verdict().text(),
                    part.what(),
                    part.claimed()));
        add(row, part.estimate());
        add(row, part.pValue(), part.adjustedPValue());
        row.add(Integer.toString(part.rows()));
        row.add(part.unit());
        row.add(part.verdict().text());
        row.add(part.why());
        rows.add(row);
      }
    }
    return new Table(
        List.of(
            "claim",
            "text",
            "source",
            "rule",
            "verdict",
            "part",
            "claimed",
            "estimate",
            "low",
            "high",
            "p",
            "p_adjusted",
            "rows",
            "unit",
            "part_verdict",
            "why"),
        rows);
  }

  private StudyAnalysis analysis() {
    return contents.analysis();
  }

  private static String weights(Map<String, Double> weights) {
    return weights.entrySet().stream()
        .map(entry -> Table.cell(entry.getValue()) + "*" + entry.getKey())
        .collect(Collectors.joining(" + "));
  }

  private static List<String> estimateColumns(String... before) {
    List<String> columns = new ArrayList<>(List.of(before));
    columns.addAll(List.of("estimate", "low", "high", "p", "count"));
    return columns;
  }

  private static void addEstimate(
      List<List<String>> rows,
      String kind,
      Estimate estimate,
      String first,
      String second,
      String third) {
    List<String> row = new ArrayList<>(List.of(first, second, third, kind));
    add(row, estimate.interval());
    add(row, estimate.pValue());
    row.add(Integer.toString(estimate.count()));
    rows.add(row);
  }

  private static void add(List<String> row, Interval interval) {
    add(row, interval.estimate(), interval.low(), interval.high());
  }

  private static void add(List<String> row, double... values) {
    for (double value : values) {
      row.add(Table.cell(value));
    }
  }
}
