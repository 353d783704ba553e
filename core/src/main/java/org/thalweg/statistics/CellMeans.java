package org.thalweg.statistics;

import java.util.List;

/** Predictor and outcome of each cell, and how far they order cells alike. */
final class CellMeans {
  private final double[] predictor;
  private final double[] outcome;

  CellMeans(double[] predictor, double[] outcome) {
    this.predictor = predictor;
    this.outcome = outcome;
  }

  /** τ_b over all cells. */
  double overall() {
    return PairCounts.of(predictor, outcome).tauB();
  }

  /** τ_b over the cells with these numbers, which may repeat. */
  double overall(int[] cells) {
    return CorrelationKind.KENDALL.coefficient(predictor, outcome, cells);
  }

  /** ψ: the mean τ over the groups of an axis; NaN if there are none. */
  double agreement(RankGrid.AxisGroups axis) {
    return axis.groups().stream().mapToDouble(this::tau).average().orElse(Double.NaN);
  }

  /** Ψ: the mean over the axes that have groups. */
  double granulated(List<RankGrid.AxisGroups> axes) {
    return axes.stream()
        .mapToDouble(this::agreement)
        .filter(psi -> !Double.isNaN(psi))
        .average()
        .orElse(Double.NaN);
  }

  /** τ of the cells of a group. */
  double tau(int[] group) {
    return PairCounts.of(CompleteRows.at(group, predictor), CompleteRows.at(group, outcome)).tauA();
  }
}
