package org.thalweg.study.claim;

import org.thalweg.study.analysis.CellRows;
import org.thalweg.study.analysis.RowCorrelation;
import org.thalweg.study.analysis.Unit;

/** A correlation as a part of a rule. */
final class Correlations {
  private static final int FEWEST_ROWS = 5;

  private Correlations() {}

  static Part part(
      String what, Bounds claimed, RowCorrelation correlation, CellRows table, Unit unit) {
    double bound = Double.isInfinite(claimed.low()) ? claimed.high() : claimed.low();
    Part part =
        new Part(
            what,
            claimed,
            correlation.interval(),
            correlation.pValue(bound),
            correlation.rows(),
            unit == Unit.WITHIN ? "deviations within cells" : unit.text(),
            table.seedCount(),
            table.count(),
            table.missing(),
            "");
    return Evaluation.enoughSeeds(part)
        .hindered(
            correlation.rows() < FEWEST_ROWS,
            "a correlation over %d %s; at least %d are needed"
                .formatted(correlation.rows(), part.unit(), FEWEST_ROWS));
  }
}
