package org.thalweg.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.result.PathCurvature;
import org.thalweg.result.TrainingHistory;
import org.thalweg.result.TrainingRecord;
import org.thalweg.result.TrajectoryResult;
import org.thalweg.result.Values;
import org.thalweg.study.design.SeriesPlan;
import org.thalweg.study.observation.Series;

/** Numbers over the course of a training: columns of its history, or of its measured path. */
final class SeriesReader {
  static final String TRAINING = "training";

  private static final Map<String, ToDoubleFunction<TrainingRecord>> HISTORY =
      Map.of(
          "trainLoss", TrainingRecord::trainLoss,
          "testLoss", TrainingRecord::testLoss,
          "trainAccuracy", TrainingRecord::trainAccuracy,
          "testAccuracy", TrainingRecord::testAccuracy,
          "gradientNorm", TrainingRecord::gradientNorm);

  private static final Map<String, ToDoubleFunction<PathCurvature.Point>> CURVATURE =
      Map.of(
          "lambda", point -> point.largest().value(),
          "sharpness", PathCurvature.Point::sharpness,
          "gradientNorm", PathCurvature.Point::gradientNorm,
          "alignment", PathCurvature.Point::alignment);

  private SeriesReader() {}

  /** The columns that a series may have. */
  static List<String> columns(boolean ofTraining) {
    List<String> columns = new ArrayList<>(ofTraining ? HISTORY.keySet() : CURVATURE.keySet());
    if (!ofTraining) {
      columns.add("threshold");
      columns.add("loss");
    }
    return columns.stream().sorted().toList();
  }

  /** The series of a trial; empty if it has not been measured. */
  static Optional<Series> read(
      SeriesPlan plan, String trial, TrainingHistory history, TrialResults results) {
    if (plan.probe().equals(TRAINING)) {
      ToDoubleFunction<TrainingRecord> column = HISTORY.get(plan.column());
      return column == null
          ? Optional.empty()
          : Optional.of(
              new Series(
                  trial,
                  plan.name(),
                  numbers(history.records(), TrainingRecord::epoch),
                  numbers(history.records(), column)));
    }
    return results.trajectory(plan.probe()).flatMap(path -> path(plan, trial, path));
  }

  private static Optional<Series> path(SeriesPlan plan, String trial, TrajectoryResult path) {
    if (plan.column().equals("loss")) {
      return Optional.of(new Series(trial, plan.name(), path.epoch(), path.losses().loss()));
    }
    if (path.curvature().isEmpty()) {
      return Optional.empty();
    }
    PathCurvature curvature = path.curvature().get();
    double threshold = curvature.threshold().exists() ? curvature.threshold().value() : Double.NaN;
    ToDoubleFunction<PathCurvature.Point> column =
        plan.column().equals("threshold") ? point -> threshold : CURVATURE.get(plan.column());
    return column == null
        ? Optional.empty()
        : Optional.of(
            new Series(
                trial,
                plan.name(),
                numbers(curvature.points(), point -> path.epoch().get(point.snapshot())),
                numbers(curvature.points(), column)));
  }

  private static <T> Values numbers(List<T> rows, ToDoubleFunction<T> column) {
    return Values.of(rows.stream().mapToDouble(column).toArray());
  }
}
