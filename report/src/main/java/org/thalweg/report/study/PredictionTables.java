package org.thalweg.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.thalweg.figure.NumberText;
import org.thalweg.study.analysis.AgreementResult;
import org.thalweg.study.analysis.AssociationResult;
import org.thalweg.study.analysis.Estimate;
import org.thalweg.study.analysis.RankingResult;
import org.thalweg.study.analysis.ScoreResult;

/** Correlations, rank agreement, composite scores and rankings as tables. */
final class PredictionTables {
  private final StudyContents contents;
  private final QuantityWords words;

  PredictionTables(StudyContents contents) {
    this.contents = contents;
    this.words = new QuantityWords(contents.study());
  }

  TableView associations() {
    return new TableView(
        "Correlations of predictors with outcomes",
        TableView.columns(
            "predictor",
            "outcome",
            "#Pearson r",
            "#Spearman ρ",
            "#Kendall τ",
            "#r between cells",
            "#r within cells",
            "#partial r",
            "#n"),
        contents.analysis().associations().stream().map(this::row).toList());
  }

  private TableView.Row row(AssociationResult one) {
    return TableView.Row.of(
        List.of(
            TableView.Entry.text(words.title(one.predictor())),
            TableView.Entry.text(words.title(one.outcome())),
            estimate(one.pearson()),
            estimate(one.spearman()),
            estimate(one.kendall()),
            estimate(one.betweenCells()),
            estimate(one.withinCells()),
            one.partial()
                .map(
                    partial ->
                        new TableView.Entry(
                            Text.coefficient(partial),
                            "given " + String.join(", ", words.titles(one.given())),
                            Double.toString(partial.value()),
                            true,
                            false))
                .orElse(TableView.Entry.number("", "", Double.NaN)),
            TableView.Entry.number(
                Integer.toString(one.count()),
                one.missing() > 0 ? one.missing() + " left out" : "",
                one.count())));
  }

  /** Rank agreement within groups of equal settings. */
  TableView agreements() {
    return new TableView(
        "Rank agreement (Jiang et al. 2020)",
        TableView.columns(
            "predictor",
            "outcome",
            "#τ over all cells",
            "#Ψ, one factor at a time",
            "by the factor that varies"),
        contents.analysis().agreements().stream().map(this::row).toList());
  }

  private TableView.Row row(AgreementResult one) {
    return TableView.Row.of(
        List.of(
            TableView.Entry.text(words.title(one.predictor())),
            TableView.Entry.text(words.title(one.outcome())),
            estimate(one.overall()),
            estimate(one.granulated()),
            TableView.Entry.text(
                one.factors().stream()
                    .map(
                        each ->
                            "%s: %s (%s a seed)"
                                .formatted(
                                    words.factor(each.factor()),
                                    Text.coefficient(each.estimate()),
                                    Text.count(each.groups(), "group", "groups")))
                    .collect(Collectors.joining("; ")))));
  }

  /** Given weights beside fitted ones. */
  TableView scores() {
    List<TableView.Row> rows = new ArrayList<>();
    for (ScoreResult one : contents.analysis().scores()) {
      rows.add(score(one, "the report's weights", one.givenWeights(), "", one.given()));
      rows.add(
          score(
              one,
              "fitted weights",
              one.fittedWeights(),
              "where they were fitted: " + Text.coefficient(one.fittedThere()),
              one.fitted()));
    }
    return new TableView(
        "Composite scores, judged on the half on which nothing was fitted",
        TableView.columns(
            "score", "outcome", "weights", "#r on the test half", "fitted on, tested on"),
        rows);
  }

  private TableView.Row score(
      ScoreResult one, String which, Map<String, Double> weights, String remark, Estimate r) {
    String sum =
        weights.entrySet().stream()
            .map(entry -> NumberText.of(entry.getValue(), 3) + " " + entry.getKey())
            .collect(Collectors.joining(" + "))
            .replace("+ −", "− ");
    return TableView.Row.of(
        List.of(
            TableView.Entry.text(one.name() + ", " + which),
            TableView.Entry.text(words.title(one.outcome())),
            new TableView.Entry(
                sum.isEmpty() ? "could not be fitted" : sum, remark, sum, false, false),
            estimate(r),
            TableView.Entry.text(
                "%d and %d trainings, divided by %s%s"
                    .formatted(
                        one.fittingCount(),
                        one.testingCount(),
                        one.unit().text(),
                        one.missing() > 0 ? "; " + one.missing() + " left out" : ""))));
  }

  /** One ranking with its sentence and its two tables. */
  record Ranking(String heading, String sentence, TableView order, TableView regrets) {}

  List<Ranking> rankings() {
    return contents.analysis().rankings().stream().map(this::ranking).toList();
  }

  private Ranking ranking(RankingResult one) {
    String score = words.title(one.score());
    String outcome = words.title(one.outcome());
    return new Ranking(
        "Configurations ranked by " + score,
        "Promised order: %s %s first. Against the order by %s: %s; %s.%s"
            .formatted(
                one.ascending() ? "smallest" : "largest",
                score,
                outcome,
                Text.estimate("τ", one.kendall()),
                Text.estimate("ρ", one.spearman()),
                one.missing() > 0
                    ? " " + one.missing() + " configurations lack one of the two."
                    : ""),
        new TableView(
            "Promised and real order",
            TableView.columns("cell", "#promised place", "#place", "#" + score, "#" + outcome),
            one.configurations().stream()
                .map(
                    each ->
                        TableView.Row.of(
                            List.of(
                                TableView.Entry.text(each.cell()),
                                TableView.Entry.number(each.promisedRank()),
                                TableView.Entry.number(each.rank()),
                                TableView.Entry.number(each.score()),
                                TableView.Entry.number(each.outcome()))))
                .toList()),
        new TableView(
            "What choosing by the score costs",
            TableView.columns(
                "trained", "#regret", "#of random choice", "#share of the whole spread", "#p"),
            one.regrets().stream()
                .map(
                    each ->
                        TableView.Row.of(
                            List.of(
                                new TableView.Entry(
                                    "the best " + each.top(),
                                    "",
                                    Integer.toString(each.top()),
                                    false,
                                    false),
                                TableView.Entry.number(each.regret()),
                                TableView.Entry.number(each.random()),
                                TableView.Entry.number(each.relative()),
                                TableView.Entry.number(
                                    Text.bareP(each.pValue()), "", each.pValue()))))
                .toList()));
  }

  private static TableView.Entry estimate(Estimate estimate) {
    return TableView.Entry.number(
        Text.coefficient(estimate), Text.pValue(estimate.pValue()), estimate.value());
  }
}
