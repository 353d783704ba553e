package org.thalweg.study.simulation;

import org.thalweg.random.RandomStream;

/** Random numbers that several trials of one simulated study have in common. */
final class Shared {
  private Shared() {}

  /** The standard normal variate of that name in study i. */
  static double gaussian(long study, String name, long first, long second) {
    return RandomStream.of(study, "shared " + name, first, second).gaussian();
  }
}
