package org.thalweg.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrajectoryResult;

/** One row for each snapshot; NaN where something was not measured. */
final class TrajectoryTable {
  private TrajectoryTable() {}

  static Table of(TrajectoryResult result) {
    Map<String, IntToDoubleFunction> columns = new LinkedHashMap<>();
    columns.put("step", result.step()::get);
    columns.put("epoch", result.epoch()::get);
    for (int k = 0; k < result.projection().coordinates().columns(); k++) {
      int component = k;
      columns.put("pc" + (k + 1), t -> result.projection().coordinates().get(t, component));
    }
    columns.put("offPlane", result.projection().offPlane()::get);
    columns.put("offPlaneThroughMean", result.centredProjection().offPlane()::get);
    columns.put("distanceFromStart", result.geometry().fromStart()::get);
    columns.put("distanceFromEnd", result.geometry().fromEnd()::get);
    columns.put("stepLength", result.geometry().stepLength()::get);
    columns.put("turnCosine", result.geometry().turn()::get);
    columns.put("loss", result.losses().loss()::get);
    columns.put("lossStandardError", result.losses().lossStandardError()::get);
    columns.put("accuracy", result.losses().accuracy()::get);
    columns.put("projectedLoss", result.losses().projectedLoss()::get);
    columns.put("projectedLossStandardError", result.losses().projectedLossStandardError()::get);
    columns.put("projectedAccuracy", result.losses().projectedAccuracy()::get);
    result.curvature().ifPresent(found -> addCurvature(found, columns));
    List<List<String>> rows = new ArrayList<>();
    for (int t = 0; t < result.step().size(); t++) {
      int snapshot = t;
      rows.add(
          columns.values().stream()
              .map(column -> Table.cell(column.applyAsDouble(snapshot)))
              .toList());
    }
    return new Table(List.copyOf(columns.keySet()), rows);
  }

  private static void addCurvature(PathCurvature found, Map<String, IntToDoubleFunction> columns) {
    columns.put("lambda1", column(found, point -> point.largest().value()));
    columns.put("lambda1Residual", column(found, point -> point.largest().residual()));
    columns.put("gradientNorm", column(found, PathCurvature.Point::gradientNorm));
    columns.put("sharpness", column(found, PathCurvature.Point::sharpness));
    columns.put("stepAlignment", column(found, PathCurvature.Point::alignment));
  }

  private static IntToDoubleFunction column(
      PathCurvature found, ToDoubleFunction<PathCurvature.Point> part) {
    return snapshot ->
        found.points().stream()
            .filter(point -> point.snapshot() == snapshot)
            .mapToDouble(part)
            .findFirst()
            .orElse(Double.NaN);
  }
}
