package org.thalweg.probe.sharpness;

import org.thalweg.result.SharpnessValue;

/**
 * One definition of sharpness or flatness, with its radius and other settings. Implementations are
 * immutable; a measurement depends on the objective, θ and the seed, never on the number of
 * workers.
 */
public interface SharpnessMeasure {
  /** The name on the command line and in files, e.g. {@code "ball"}. */
  String name();

  /**
   * Measures at a point. The probe fills in the cost.
   *
   * @throws org.thalweg.error.ThalwegException {@code NOT_APPLICABLE} when the objective lacks what
   *     the definition needs, which the probe records; {@code CANCELLED} when asked to stop
   */
  SharpnessValue measure(SharpnessPoint point);
}
