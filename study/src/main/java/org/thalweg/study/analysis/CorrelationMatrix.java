package org.thalweg.study.analysis;

import java.util.List;

/**
 * Spearman's coefficient between all quantities of trials, pair by pair over the trials that have
 * both.
 *
 * <p>Misleads: one number for each pair, over all cells together, without interval; a map of where
 * to look, not a finding.
 *
 * @param quantities names, of rows and of columns
 * @param coefficients by row and column; NaN where there are fewer than 3 trials or no differences
 * @param counts trials that have both
 */
public record CorrelationMatrix(
    List<String> quantities, List<List<Double>> coefficients, List<List<Integer>> counts) {
  public CorrelationMatrix {
    quantities = List.copyOf(quantities);
    coefficients = coefficients.stream().map(List::copyOf).toList();
    counts = counts.stream().map(List::copyOf).toList();
  }
}
