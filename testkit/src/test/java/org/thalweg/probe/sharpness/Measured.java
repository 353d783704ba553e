package org.thalweg.probe.sharpness;

import java.util.List;
import org.thalweg.execution.ExecutionOptions;
import org.thalweg.objective.Objective;
import org.thalweg.result.SharpnessValue;

/** One measure at the point under study. */
final class Measured {
  private Measured() {}

  static SharpnessValue by(String name, Objective objective, SharpnessOptions options) {
    return by(SharpnessMeasures.named(name).measure(options), objective);
  }

  static SharpnessValue by(SharpnessMeasure measure, Objective objective) {
    return new SharpnessProbe(List.of(measure))
        .measure(objective, ExecutionOptions.defaults())
        .values()
        .get(0);
  }
}
