package org.thalweg.app.request;

import java.util.OptionalInt;

/**
 * What a training keeps on its way.
 *
 * @param everySteps steps between two entries of the history; empty: one entry per epoch
 * @param snapshots whether θ is kept with every entry of the history, for trajectories and {@code
 *     RUN@N}
 */
public record Recording(OptionalInt everySteps, boolean snapshots) {
  public static final Recording DEFAULT = new Recording(OptionalInt.empty(), false);

  public Recording {
    everySteps.ifPresent(steps -> Checks.atLeast("--record-every", 1, steps));
  }
}
