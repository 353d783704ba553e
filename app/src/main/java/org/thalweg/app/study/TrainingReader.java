package org.thalweg.app.study;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.thalweg.app.request.Destination;
import org.thalweg.app.request.Execution;
import org.thalweg.app.request.OptimizerChoice;
import org.thalweg.app.request.Recording;
import org.thalweg.app.request.StoppingRule;
import org.thalweg.app.request.TrainRequest;
import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;
import org.thalweg.study.design.TrainingPlan;

/** Turns the training of a cell into a request. */
final class TrainingReader {
  /** The same subset for every seed: trials of one cell are points of one landscape. */
  private static final OptionalLong SUBSET_SEED = OptionalLong.of(0);

  private TrainingReader() {}

  /**
   * The request. The weights at the start and at the end are always kept, whatever the plan says,
   * so that probes can look at the initial ones.
   *
   * @param folder that takes the run
   * @param overwrite what a process that was killed at once left there
   */
  static TrainRequest read(TrainingPlan plan, long seed, Path folder, boolean overwrite) {
    return new TrainRequest(
        plan.data(),
        plan.network(),
        plan.activation(),
        plan.loss(),
        new OptimizerChoice(
            method(plan.optimizer()), plan.learningRate(), plan.momentum(), plan.weightDecay()),
        plan.batch(),
        plan.samples(),
        SUBSET_SEED,
        plan.untilAccuracy().isPresent()
            ? new StoppingRule.UntilAccuracy(plan.untilAccuracy().getAsDouble(), plan.epochs())
            : new StoppingRule.Epochs(plan.epochs()),
        new Recording(plan.recordEvery(), plan.snapshots(), true),
        Execution.of(seed, 1, plan.precision()),
        new Destination(Optional.of(folder), overwrite));
  }

  private static OptimizerChoice.Method method(String name) {
    for (OptimizerChoice.Method method : OptimizerChoice.Method.values()) {
      if (method.name().toLowerCase(Locale.ROOT).equals(name)) {
        return method;
      }
    }
    throw ThalwegException.of(ErrorCode.INVALID_OPTION)
        .expected("--optimizer sgd, momentum, nesterov, adam or adamw")
        .found("'" + name + "'")
        .next("correct --optimizer and try again");
  }
}
