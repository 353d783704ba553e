package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.statistics.Interval;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.StudyObservations;

/** A composite score with the report's weights and with fitted ones. */
final class Scores {
  private Scores() {}

  static ScoreResult of(StudyObservations observations, AnalysisPlan.Score plan, long seed) {
    List<String> names = new ArrayList<>(plan.weights().keySet());
    List<String> columns = new ArrayList<>(names);
    columns.add(plan.outcome());
    CellRows table = CellRows.of(observations.of(plan.outcome()), columns);
    HalfAndHalf halves = HalfAndHalf.of(table, names.size(), seed);
    List<Double> given = List.copyOf(plan.weights().values());
    Map<String, Double> fitted = new LinkedHashMap<>();
    halves
        .coefficients()
        .ifPresent(
            coefficients -> {
              for (int j = 0; j < names.size(); j++) {
                fitted.put(names.get(j), coefficients.get(j + 1));
              }
            });
    CellRows testing = halves.testing();
    return new ScoreResult(
        plan.name(),
        plan.outcome(),
        plan.weights(),
        fitted,
        halves.coefficients().map(coefficients -> coefficients.get(0)).orElse(Double.NaN),
        judged(testing, HalfAndHalf.score(testing, 0, given), names.size(), halves.unit()),
        judged(testing, halves.score(testing), names.size(), halves.unit()),
        judged(halves.fitting(), halves.score(halves.fitting()), names.size(), halves.unit()),
        halves.unit(),
        halves.fitting().count(),
        testing.count(),
        table.missing());
  }

  private static Estimate judged(CellRows rows, double[] score, int outcome, Unit unit) {
    if (rows.count() == 0) {
      return Estimate.missing(0);
    }
    return RowCorrelation.of(
            CorrelationKind.PEARSON,
            rows,
            score,
            rows.column(outcome),
            List.of(),
            unit,
            Interval.LEVEL)
        .estimate();
  }
}
