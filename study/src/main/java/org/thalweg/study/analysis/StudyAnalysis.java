package org.thalweg.study.analysis;

import java.util.List;

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
}
