package org.thalweg.study.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.statistics.Bootstrap;
import org.thalweg.statistics.Correlation;
import org.thalweg.statistics.CorrelationKind;
import org.thalweg.statistics.Interval;
import org.thalweg.statistics.Resampling;
import org.thalweg.study.design.AnalysisPlan;
import org.thalweg.study.observation.StudyObservations;

/** A predictor with an outcome: over trials, between cells and within cells. */
final class Associations {
  private final AnalysisPlan.Association plan;
  private final CellRows table;
  private final long seed;

  private Associations(AnalysisPlan.Association plan, CellRows table, long seed) {
    this.plan = plan;
    this.table = table;
    this.seed = seed;
  }

  static AssociationResult of(
      StudyObservations observations, AnalysisPlan.Association plan, long seed) {
    List<String> quantities = new ArrayList<>(List.of(plan.predictor(), plan.outcome()));
    quantities.addAll(plan.given());
    CellRows table = CellRows.of(observations.of(plan.predictor()), quantities);
    return new Associations(plan, table, seed).result();
  }

  private AssociationResult result() {
    return new AssociationResult(
        plan.predictor(),
        plan.outcome(),
        plan.given(),
        overTrials(CorrelationKind.PEARSON),
        overTrials(CorrelationKind.SPEARMAN),
        overTrials(CorrelationKind.KENDALL),
        plan.given().isEmpty() ? Optional.empty() : Optional.of(over(Unit.TRIALS, given())),
        over(Unit.CELLS, List.of()),
        over(Unit.WITHIN, List.of()),
        table.count(),
        table.missing());
  }

  private Estimate overTrials(CorrelationKind kind) {
    double[] x = table.column(0);
    double[] y = table.column(1);
    Resampling resampling =
        table.cellCount() > 1
            ? Resampling.clustered(table.cells())
            : Resampling.independent(table.count());
    Interval interval =
        Correlation.bootstrap(kind, x, y, resampling, Bootstrap.of(seed)).interval();
    return new Estimate(interval, Correlation.of(kind, x, y).pValue(), table.count());
  }

  private Estimate over(Unit unit, List<double[]> given) {
    return RowCorrelation.of(
            CorrelationKind.PEARSON,
            table,
            table.column(0),
            table.column(1),
            given,
            unit,
            Interval.LEVEL)
        .estimate();
  }

  private List<double[]> given() {
    return IntStream.range(0, plan.given().size()).mapToObj(j -> table.column(2 + j)).toList();
  }
}
