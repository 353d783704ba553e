package org.thalweg.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thalweg.statistics.Alternative;
import org.thalweg.statistics.Correlation;
import org.thalweg.statistics.StudentTest;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.Observation;
import org.thalweg.study.observation.StudyObservations;

class StudyAnalysisTest {
  private static final AnalysisPlan PLAN =
      new AnalysisPlan(
          List.of(
              new AnalysisPlan.Comparison("sharpness", "network"),
              new AnalysisPlan.Comparison("barrier", "network")),
          List.of(new AnalysisPlan.Association("sharpness", "gap", List.of("loss"))),
          List.of(new AnalysisPlan.Agreement("sharpness", "gap")),
          List.of(new AnalysisPlan.Score("score", Map.of("sharpness", 1.0), "gap")),
          List.of(new AnalysisPlan.Ranking("sharpness", "gap", true)));

  /** Sharpness doubles from level to level, gap follows it with noise. */
  private static StudyObservations observations() {
    return new SimulatedStudy()
        .factor("network", "a", "b", "c", "d")
        .seeds(6)
        .quantity(
            "sharpness", (levels, cell, seed, noise) -> Math.pow(2, cell + 0.2 * noise.gaussian()))
        .quantity("gap", (levels, cell, seed, noise) -> cell + 0.5 * noise.gaussian())
        .quantity("loss", (levels, cell, seed, noise) -> noise.gaussian())
        .pairs("barrier", (levels, cell, seed, noise) -> cell == 0 ? 0 : 1 + 0.1 * noise.gaussian())
        .analysis(PLAN)
        .observe(5);
  }

  private static final StudyObservations OBSERVATIONS = observations();
  private static final StudyAnalysis ANALYSIS = StudyAnalysis.of(OBSERVATIONS, 7);

  private static double[] values(String level, String quantity) {
    return OBSERVATIONS.of(quantity).stream()
        .filter(row -> row.levels().containsValue(level))
        .mapToDouble(row -> row.value(quantity))
        .toArray();
  }

  @Test
  void everyQuantityIsSummarizedInEveryCell() {
    assertThat(ANALYSIS.cells()).hasSize(4 * 4);
    CellSummary summary = ANALYSIS.cells().get(0);
    assertThat(summary.cell()).isEqualTo("a");
    assertThat(summary.quantity()).isEqualTo("sharpness");
    assertThat(summary.count()).isEqualTo(6);
    double mean = java.util.Arrays.stream(values("a", "sharpness")).average().orElseThrow();
    assertThat(summary.mean().estimate()).isCloseTo(mean, within(1e-12));
    CellSummary barrier = ANALYSIS.cells().get(3);
    assertThat(barrier.quantity()).isEqualTo("barrier");
    assertThat(barrier.count()).isEqualTo(5);
  }

  @Test
  void comparisonsAreThePairedTestOfStatistics() {
    ComparisonResult first = ANALYSIS.comparisons().get(0);
    assertThat(ANALYSIS.comparisons()).hasSize(12);
    assertThat(List.of(first.first(), first.second())).containsExactly("a", "b");
    double[] a = values("a", "sharpness");
    double[] b = values("b", "sharpness");
    var test = StudentTest.paired(a, b, Alternative.TWO_SIDED);
    assertThat(first.pValue()).isCloseTo(test.pValue(), within(1e-12));
    assertThat(first.difference().low()).isCloseTo(test.estimate().low(), within(1e-12));
    assertThat(first.seeds()).isEqualTo(6);
    assertThat(first.pairs()).isEqualTo(6);
    assertThat(first.ratio().estimate()).isBetween(0.4, 0.6);
    assertThat(first.ratio().excludes(1)).isTrue();
  }

  @Test
  void pValuesAreCorrectedWithinAQuantityAndFactor() {
    List<ComparisonResult> six = ANALYSIS.comparisons().subList(0, 6);
    double smallest = six.stream().mapToDouble(ComparisonResult::pValue).min().orElseThrow();
    double adjusted =
        six.stream().mapToDouble(ComparisonResult::adjustedPValue).min().orElseThrow();
    assertThat(adjusted).isCloseTo(6 * smallest, within(1e-12));
    assertThat(six)
        .allSatisfy(one -> assertThat(one.adjustedPValue()).isGreaterThanOrEqualTo(one.pValue()));
  }

  @Test
  void ofPairsTheIntervalIsThatOfAChain() {
    ComparisonResult barrier = ANALYSIS.comparisons().get(6);
    assertThat(barrier.quantity()).isEqualTo("barrier");
    assertThat(barrier.pairs()).isEqualTo(5);
    double[] a = values("a", "barrier");
    double[] b = values("b", "barrier");
    double[] differences = new double[5];
    for (int i = 0; i < 5; i++) {
      differences[i] = a[i] - b[i];
    }
    assertThat(barrier.difference()).isEqualTo(SeedMean.ofChain(differences).interval(0.95));
    // A barrier of 0 has no ratio.
    assertThat(barrier.ratio().estimate()).isNaN();
  }

  @Test
  void associationsOverTrialsBetweenAndWithinCells() {
    AssociationResult association = ANALYSIS.associations().get(0);
    double[] x =
        OBSERVATIONS.trials().stream().mapToDouble(row -> row.value("sharpness")).toArray();
    double[] y = OBSERVATIONS.trials().stream().mapToDouble(row -> row.value("gap")).toArray();
    assertThat(association.pearson().value())
        .isCloseTo(Correlation.pearson(x, y).coefficient(), within(1e-12));
    assertThat(association.spearman().value())
        .isCloseTo(Correlation.spearman(x, y).coefficient(), within(1e-12));
    assertThat(association.kendall().value())
        .isCloseTo(Correlation.kendall(x, y).coefficient(), within(1e-12));
    assertThat(association.count()).isEqualTo(24);
    assertThat(association.betweenCells().count()).isEqualTo(4);
    assertThat(association.betweenCells().value()).isGreaterThan(0.8);
    assertThat(Math.abs(association.withinCells().value())).isLessThan(0.6);
    assertThat(association.withinCells().count()).isEqualTo(24 - 3);
    assertThat(association.partial()).isPresent();
  }

  @Test
  void theMatrixIsSymmetricWithOnesOnItsDiagonal() {
    CorrelationMatrix matrix = ANALYSIS.correlations();
    assertThat(matrix.quantities()).containsExactly("sharpness", "gap", "loss");
    for (int i = 0; i < 3; i++) {
      assertThat(matrix.coefficients().get(i).get(i)).isCloseTo(1, within(1e-12));
      for (int j = 0; j < 3; j++) {
        assertThat(matrix.coefficients().get(i).get(j))
            .isCloseTo(matrix.coefficients().get(j).get(i), within(1e-12));
      }
    }
    assertThat(matrix.counts().get(0)).containsOnly(24);
  }

  @Test
  void rankingsPutThePromisedOrderBesideTheRealOne() {
    RankingResult ranking = ANALYSIS.rankings().get(0);
    assertThat(ranking.configurations())
        .extracting(RankingResult.Configuration::cell)
        .containsExactly("a", "b", "c", "d");
    assertThat(ranking.kendall().value()).isCloseTo(1, within(1e-12));
    // 2 of 4! orders are as extreme.
    assertThat(ranking.kendall().pValue()).isCloseTo(2.0 / 24, within(1e-12));
    assertThat(ranking.regrets()).extracting(RankingResult.Regret::top).containsExactly(1, 3);
    assertThat(ranking.regrets().get(0).regret()).isEqualTo(0);
    assertThat(ranking.regrets().get(0).pValue()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void aRankingTheWrongWayRoundIsAsBadAsCanBe() {
    AnalysisPlan wrong =
        new AnalysisPlan(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new AnalysisPlan.Ranking("sharpness", "gap", false)));
    StudyObservations same =
        new SimulatedStudy()
            .factor("network", "a", "b", "c")
            .quantity("sharpness", (levels, cell, seed, noise) -> cell)
            .quantity("gap", (levels, cell, seed, noise) -> 2.0 * cell)
            .analysis(wrong)
            .observe(1);
    RankingResult ranking = StudyAnalysis.of(same, 1).rankings().get(0);
    assertThat(ranking.kendall().value()).isCloseTo(-1, within(1e-12));
    assertThat(ranking.regrets().get(0).regret()).isEqualTo(4);
    assertThat(ranking.regrets().get(0).relative()).isEqualTo(1);
    assertThat(ranking.regrets().get(0).random()).isCloseTo(2, within(1e-12));
  }

  @Test
  void scoresAreJudgedWhereTheyWereNotFitted() {
    ScoreResult score = ANALYSIS.scores().get(0);
    assertThat(score.fittedWeights()).containsOnlyKeys("sharpness");
    assertThat(score.fittingCount() + score.testingCount()).isEqualTo(24);
    assertThat(score.unit()).isEqualTo(Unit.TRIALS);
    assertThat(score.fitted().count()).isEqualTo(score.testingCount());
    // One predictor with a positive weight: both scores order alike.
    assertThat(score.fitted().value()).isCloseTo(score.given().value(), within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameAnalysis() {
    assertThat(StudyAnalysis.of(OBSERVATIONS, 7)).isEqualTo(ANALYSIS);
  }

  @Test
  void anEmptyStudyHasAnEmptyAnalysis() {
    List<Observation> pending =
        OBSERVATIONS.trials().stream()
            .map(
                row ->
                    new Observation(
                        row.id(),
                        row.levels(),
                        row.seed(),
                        Observation.State.PENDING,
                        Map.of(),
                        ""))
            .toList();
    StudyAnalysis empty =
        StudyAnalysis.of(
            new StudyObservations(OBSERVATIONS.study(), pending, List.of(), List.of()), 1);
    assertThat(empty.cells()).allSatisfy(cell -> assertThat(cell.count()).isEqualTo(0));
    assertThat(empty.comparisons()).allSatisfy(one -> assertThat(one.pValue()).isNaN());
    assertThat(empty.associations().get(0).pearson().value()).isNaN();
    assertThat(empty.agreements().get(0).granulated().value()).isNaN();
    assertThat(empty.scores().get(0).fitted().value()).isNaN();
    assertThat(empty.rankings().get(0).configurations()).isEmpty();
  }
}
