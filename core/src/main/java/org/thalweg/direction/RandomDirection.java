package org.thalweg.direction;

import org.thalweg.random.RandomStream;

/**
 * Directions with independent standard normal components, drawn in parameter order from the stream
 * (seed, {@code "direction"}, index): the same on every machine, whatever was drawn before.
 */
public final class RandomDirection {
  private RandomDirection() {}

  /**
   * The direction of this seed and number, not normalised.
   *
   * @param dimension the number of parameters d
   * @param index 0 for the first axis, 1 for the second
   */
  public static Direction of(int dimension, long seed, int index) {
    return new Direction(
        RandomStream.of(seed, "direction", index).gaussians(dimension),
        DirectionDescription.raw(new DirectionSource.Random(seed, index)));
  }
}
