package org.thalweg.app.request;

import java.util.OptionalInt;

/**
 * What a training keeps on its way.
 *
 * @param everySteps steps between two entries of the history; empty: one entry per epoch
 * @param snapshots whether θ is kept with every entry of the history, for trajectories and {@code
 *     RUN@N}
 * @param ends whether θ is kept at least at the start and at the end
 */
public record Recording(OptionalInt everySteps, boolean snapshots, boolean ends) {
  public static final Recording DEFAULT = new Recording(OptionalInt.empty(), false);

  /** Snapshots all along or none. */
  public Recording(OptionalInt everySteps, boolean snapshots) {
    this(everySteps, snapshots, false);
  }

  public Recording {
    everySteps.ifPresent(steps -> Checks.atLeast("--record-every", 1, steps));
  }
}
