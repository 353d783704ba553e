package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.thalweg.statistics.Interval;
import org.thalweg.study.observation.CsvText;

/**
 * An analysis as tables for other tools: comma-separated values under a line of column names, a
 * full stop in numbers, missing is {@code NaN}. Reading a number gives the same double.
 */
public final class AnalysisTables {
  private static final List<String> ESTIMATE = List.of("value", "low", "high", "p", "rows");

  private AnalysisTables() {}

  /** All tables that have rows, by the name of their file. */
  public static Map<String, String> of(StudyAnalysis analysis) {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("cells.csv", cells(analysis.cells()));
    tables.put("comparisons.csv", comparisons(analysis.comparisons()));
    tables.put("correlations.csv", correlations(analysis.associations()));
    tables.put("correlation-matrix.csv", matrix(analysis.correlations()));
    if (!analysis.agreements().isEmpty()) {
      tables.put("agreements.csv", agreements(analysis.agreements()));
    }
    if (!analysis.scores().isEmpty()) {
      tables.put("scores.csv", scores(analysis.scores()));
    }
    if (!analysis.rankings().isEmpty()) {
      tables.put("rankings.csv", rankings(analysis.rankings()));
      tables.put("ranking-regrets.csv", regrets(analysis.rankings()));
      tables.put("ranking-orders.csv", orders(analysis.rankings()));
    }
    return tables;
  }

  /** A row for each cell and quantity. */
  static String cells(List<CellSummary> cells) {
    List<String> factors =
        cells.isEmpty() ? List.of() : List.copyOf(cells.get(0).levels().keySet());
    List<String> columns = new ArrayList<>(factors);
    columns.addAll(
        List.of(
            "quantity", "count", "missing", "mean", "low", "high", "sd", "median", "min", "max"));
    return CsvText.print(
        columns,
        cells.stream()
            .map(
                cell -> {
                  List<String> row = new ArrayList<>(cell.levels().values());
                  row.add(cell.quantity());
                  add(row, cell.count(), cell.missing());
                  add(row, cell.mean());
                  add(row, cell.standardDeviation(), cell.median(), cell.minimum(), cell.maximum());
                  return row;
                })
            .toList());
  }

  /** A row for each quantity, factor and pair of levels. */
  static String comparisons(List<ComparisonResult> comparisons) {
    return CsvText.print(
        List.of(
            "quantity",
            "factor",
            "first",
            "second",
            "firstMean",
            "secondMean",
            "difference",
            "differenceLow",
            "differenceHigh",
            "ratio",
            "ratioLow",
            "ratioHigh",
            "effectSize",
            "effectSizeLow",
            "effectSizeHigh",
            "p",
            "pHolm",
            "seeds",
            "missingSeeds",
            "pairs"),
        comparisons.stream()
            .map(
                one -> {
                  List<String> row =
                      new ArrayList<>(
                          List.of(one.quantity(), one.factor(), one.first(), one.second()));
                  add(row, one.firstMean(), one.secondMean());
                  Stream.of(one.difference(), one.ratio(), one.effectSize())
                      .forEach(interval -> add(row, interval));
                  add(row, one.pValue(), one.adjustedPValue());
                  add(row, one.seeds(), one.missingSeeds(), one.pairs());
                  return row;
                })
            .toList());
  }

  /** A row for each predictor, outcome and coefficient. */
  static String correlations(List<AssociationResult> associations) {
    List<List<String>> rows = new ArrayList<>();
    for (AssociationResult one : associations) {
      Map<String, Estimate> estimates = new LinkedHashMap<>();
      estimates.put("pearson", one.pearson());
      estimates.put("spearman", one.spearman());
      estimates.put("kendall", one.kendall());
      one.partial().ifPresent(partial -> estimates.put("partial", partial));
      estimates.put("between cells", one.betweenCells());
      estimates.put("within cells", one.withinCells());
      estimates.forEach(
          (kind, estimate) -> {
            String given = kind.equals("partial") ? String.join(" ", one.given()) : "";
            rows.add(row(List.of(one.predictor(), one.outcome(), kind, given), estimate));
          });
    }
    return CsvText.print(columns("predictor", "outcome", "coefficient", "given"), rows);
  }

  private static String matrix(CorrelationMatrix matrix) {
    List<String> columns = new ArrayList<>(List.of("quantity"));
    columns.addAll(matrix.quantities());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.quantities().size(); i++) {
      List<String> row = new ArrayList<>(List.of(matrix.quantities().get(i)));
      matrix.coefficients().get(i).forEach(value -> row.add(Double.toString(value)));
      rows.add(row);
    }
    return CsvText.print(columns, rows);
  }

  private static String agreements(List<AgreementResult> agreements) {
    List<List<String>> rows = new ArrayList<>();
    for (AgreementResult one : agreements) {
      List<String> names = List.of(one.predictor(), one.outcome());
      rows.add(row(with(names, "tau"), one.overall()));
      rows.add(row(with(names, "psi"), one.granulated()));
      one.factors()
          .forEach(
              factor -> rows.add(row(with(names, "psi of " + factor.factor()), factor.estimate())));
    }
    return CsvText.print(columns("predictor", "outcome", "coefficient"), rows);
  }

  private static String scores(List<ScoreResult> scores) {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreResult one : scores) {
      List<String> names = List.of(one.name(), one.outcome(), one.unit().text());
      rows.add(row(with(names, "given weights", weights(one.givenWeights())), one.given()));
      rows.add(row(with(names, "fitted weights", weights(one.fittedWeights())), one.fitted()));
      rows.add(
          row(
              with(names, "fitted weights where fitted", weights(one.fittedWeights())),
              one.fittedThere()));
    }
    return CsvText.print(columns("score", "outcome", "divided", "weighting", "weights"), rows);
  }

  private static String weights(Map<String, Double> weights) {
    return String.join(
        " ", weights.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static String rankings(List<RankingResult> rankings) {
    List<List<String>> rows = new ArrayList<>();
    for (RankingResult one : rankings) {
      List<String> names = List.of(one.score(), one.outcome());
      rows.add(row(with(names, "kendall"), one.kendall()));
      rows.add(row(with(names, "spearman"), one.spearman()));
    }
    return CsvText.print(columns("score", "outcome", "coefficient"), rows);
  }

  private static String regrets(List<RankingResult> rankings) {
    List<List<String>> rows = new ArrayList<>();
    for (RankingResult one : rankings) {
      for (RankingResult.Regret regret : one.regrets()) {
        List<String> row = with(List.of(one.score(), one.outcome()));
        add(row, regret.top(), one.configurations().size());
        add(row, regret.regret(), regret.random(), regret.relative(), regret.pValue());
        rows.add(row);
      }
    }
    return CsvText.print(
        List.of("score", "outcome", "top", "of", "regret", "randomRegret", "relative", "p"), rows);
  }

  private static String orders(List<RankingResult> rankings) {
    List<List<String>> rows = new ArrayList<>();
    for (RankingResult one : rankings) {
      for (RankingResult.Configuration configuration : one.configurations()) {
        List<String> row = with(List.of(one.score(), one.outcome()), configuration.cell());
        add(row, configuration.promisedRank());
        add(row, configuration.rank(), configuration.score(), configuration.outcome());
        rows.add(row);
      }
    }
    return CsvText.print(
        List.of(
            "score",
            "outcome",
            "configuration",
            "promisedRank",
            "rank",
            "scoreMean",
            "outcomeMean"),
        rows);
  }

  private static List<String> columns(String... names) {
    return Stream.concat(Stream.of(names), ESTIMATE.stream()).toList();
  }

  private static List<String> with(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }

  private static List<String> row(List<String> names, Estimate estimate) {
    List<String> row = new ArrayList<>(names);
    add(row, estimate.interval());
    add(row, estimate.pValue());
    add(row, estimate.count());
    return row;
  }

  private static void add(List<String> row, Interval interval) {
    add(row, interval.estimate(), interval.low(), interval.high());
  }

  private static void add(List<String> row, double... numbers) {
    for (double number : numbers) {
      row.add(Double.toString(number));
    }
  }

  private static void add(List<String> row, int... counts) {
    for (int count : counts) {
      row.add(Integer.toString(count));
    }
  }
}
