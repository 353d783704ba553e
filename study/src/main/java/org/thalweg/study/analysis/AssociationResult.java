package org.thalweg.study.analysis;

import java.util.List;
import java.util.Optional;

/**
 * How a predictor goes together with an outcome.
 *
 * <p>Over trials: each trial is a row. Its interval is a BCa bootstrap in which whole cells are
 * drawn, because trials of one cell share its settings; with a single cell, seeds are drawn. Its
 * p-value takes the trials for independent, which they are not if there are several cells: that is
 * what {@code betweenCells} is for, where each cell is a row. {@code withinCells} asks the opposite
 * question: whether among trainings with equal settings those with more of the predictor have more
 * of the outcome.
 *
 * @param predictor first quantity
 * @param outcome second quantity
 * @param given quantities held fixed in {@code partial}
 * @param pearson over trials
 * @param spearman over trials
 * @param kendall over trials, τ_b
 * @param partial Pearson's given {@code given}, over trials; empty if nothing is given
 * @param betweenCells Pearson's of the means of the cells; its count is the number of cells
 * @param withinCells Pearson's of the deviations from the means of the cells
 * @param count trials with all values
 * @param missing trials left out
 */
public record AssociationResult(
    String predictor,
    String outcome,
    List<String> given,
    Estimate pearson,
    Estimate spearman,
    Estimate kendall,
    Optional<Estimate> partial,
    Estimate betweenCells,
    Estimate withinCells,
    int count,
    int missing) {
  public AssociationResult {
    given = List.copyOf(given);
  }
}
