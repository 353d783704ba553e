package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.CsvText;

class AnalysisTablesTest {
  private static StudyAnalysis analysis() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("x", 0.5);
    return StudyAnalysis.of(
        new SimulatedStudy()
            .factor("net", "a, b", "c")
            .quantity("x", (levels, cell, seed, noise) -> cell + noise.gaussian())
            .quantity("y", (levels, cell, seed, noise) -> cell + noise.gaussian())
            .analysis(
                new AnalysisPlan(
                    List.of(new AnalysisPlan.Comparison("x", "net")),
                    List.of(new AnalysisPlan.Association("x", "y", List.of())),
                    List.of(new AnalysisPlan.Agreement("x", "y")),
                    List.of(new AnalysisPlan.Score("s", weights, "y")),
                    List.of(new AnalysisPlan.Ranking("x", "y", true))))
            .observe(1),
        1);
  }

  private final StudyAnalysis analysis = analysis();
  private final Map<String, String> tables = AnalysisTables.of(analysis);

  private List<Map<String, String>> rows(String file) {
    return CsvText.parse(tables.getOrDefault(file, ""), file);
  }

  @Test
  void cellsHaveTheirLevelsInColumns() {
    Map<String, String> row = rows("cells.csv").get(0);
    assertThat(row).containsEntry("net", "a, b").containsEntry("quantity", "x");
    assertThat(row)
        .containsEntry("mean", Double.toString(analysis.cells().get(0).mean().estimate()));
    assertThat(rows("cells.csv")).hasSize(4);
  }

  @Test
  void comparisonsHaveBothPValues() {
    ComparisonResult one = analysis.comparisons().get(0);
    assertThat(rows("comparisons.csv"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("first", "a, b")
                    .containsEntry("second", "c")
                    .containsEntry("p", Double.toString(one.pValue()))
                    .containsEntry("pHolm", Double.toString(one.adjustedPValue()))
                    .containsEntry("differenceLow", Double.toString(one.difference().low()))
                    .containsEntry("seeds", "5"));
  }

  @Test
  void correlationsHaveARowForEachCoefficient() {
    assertThat(rows("correlations.csv"))
        .extracting(row -> row.get("coefficient"))
        .containsExactly("pearson", "spearman", "kendall", "between cells", "within cells");
    assertThat(rows("correlations.csv").get(0))
        .containsEntry("value", Double.toString(analysis.associations().get(0).pearson().value()))
        .containsEntry("rows", "10");
    // Two cells have no correlation worth a number.
    assertThat(rows("correlations.csv").get(3)).containsEntry("value", "NaN");
  }

  @Test
  void theMatrixIsSquare() {
    assertThat(rows("correlation-matrix.csv")).hasSize(2);
    assertThat(rows("correlation-matrix.csv").get(1)).containsOnlyKeys("quantity", "x", "y");
  }

  @Test
  void whatThePlanAsksForBesides() {
    assertThat(tables).containsKeys("agreements.csv", "scores.csv", "rankings.csv");
    assertThat(rows("agreements.csv"))
        .extracting(row -> row.get("coefficient"))
        .containsExactly("tau", "psi", "psi of net");
    assertThat(rows("scores.csv").get(0)).containsEntry("weights", "x=0.5");
    assertThat(rows("rankings.csv")).hasSize(2);
    assertThat(rows("ranking-regrets.csv").get(0))
        .containsEntry("top", "1")
        .containsEntry("of", "2");
    assertThat(rows("ranking-orders.csv").get(0)).containsEntry("promisedRank", "1");
  }

  @Test
  void whatItDoesNotAskForHasNoTable() {
    StudyAnalysis bare =
        StudyAnalysis.of(
            new SimulatedStudy().quantity("x", (levels, cell, seed, noise) -> seed).observe(1), 1);
    assertThat(AnalysisTables.of(bare))
        .containsOnlyKeys(
            "cells.csv", "comparisons.csv", "correlations.csv", "correlation-matrix.csv");
  }
}
