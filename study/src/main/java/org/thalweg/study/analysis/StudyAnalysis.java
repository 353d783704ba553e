package org.thalweg.study.analysis;

import java.util.List;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.StudyObservations;

/**
 * Everything that a study's plan asks of its observations.
 *
 * @param cells every quantity in every cell: cells in the order of the design, quantities within
 * @param comparisons by quantity and factor, then all pairs of levels in their order
 * @param associations predictors with outcomes
 * @param correlations between all quantities of trials
 * @param agreements rank agreement within groups of equal settings
 * @param scores composite scores
 * @param rankings orders of configurations
 * @param seed of bootstraps, permutations and divisions into halves
 */
public record StudyAnalysis(
    List<CellSummary> cells,
    List<ComparisonResult> comparisons,
    List<AssociationResult> associations,
    CorrelationMatrix correlations,
    List<AgreementResult> agreements,
    List<ScoreResult> scores,
    List<RankingResult> rankings,
    long seed) {
  public StudyAnalysis {
    cells = List.copyOf(cells);
    comparisons = List.copyOf(comparisons);
    associations = List.copyOf(associations);
    agreements = List.copyOf(agreements);
    scores = List.copyOf(scores);
    rankings = List.copyOf(rankings);
  }

  /**
   * Carries out the plan.
   *
   * @param observations as far as the study came; what is missing is left out and counted
   * @param seed of everything that is drawn at random
   */
  public static StudyAnalysis of(StudyObservations observations, long seed) {
    AnalysisPlan plan = observations.study().analysis();
    return new StudyAnalysis(
        CellSummaries.of(observations),
        plan.comparisons().stream()
            .flatMap(comparison -> LevelComparisons.of(observations, comparison).stream())
            .toList(),
        plan.associations().stream()
            .map(association -> Associations.of(observations, association, seed))
            .toList(),
        CorrelationMatrices.of(observations),
        plan.agreements().stream()
            .map(agreement -> GranulatedAgreement.of(observations, agreement))
            .toList(),
        plan.scores().stream().map(score -> Scores.of(observations, score, seed)).toList(),
        plan.rankings().stream().map(ranking -> Rankings.of(observations, ranking)).toList(),
        seed);
  }
}
