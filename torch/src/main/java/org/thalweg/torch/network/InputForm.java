package org.thalweg.torch.network;

import java.util.List;

/**
 * What one argument of a network looks like for one sample.
 *
 * @param shape of one sample, without the dimension that counts samples; empty for a single number
 * @param kind the type of its numbers
 * @param channelsLast whether an image is laid out in memory with the channels of a pixel side by
 *     side; its shape is channels, height, width all the same
 */
public record InputForm(List<Integer> shape, Kind kind, boolean channelsLast) {
  public InputForm {
    shape = List.copyOf(shape);
  }

  /** Real numbers in the precision of the objective. */
  public static InputForm real(List<Integer> shape) {
    return new InputForm(shape, Kind.REAL, false);
  }

  /** How many numbers one sample has. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The type of an argument's numbers. */
  public enum Kind {
    /** float32 or float64, as the objective computes. */
    REAL,
    /** int64: token ids, categories. Exact up to 2²⁴ in magnitude. */
    INTEGER,
    /** Masks: 0 is false, 1 is true. */
    BOOLEAN
  }
}
