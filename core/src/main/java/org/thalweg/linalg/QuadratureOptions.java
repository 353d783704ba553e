package org.thalweg.linalg;

import org.thalweg.error.ErrorCode;
import org.thalweg.error.ThalwegException;

/**
 * What {@link LanczosQuadrature} is asked for.
 *
 * @param probes random start vectors; default 10
 * @param steps products for each, so nodes of each rule; default 60; at most the dimension is used
 * @param seed of the probes; default 0
 */
public record QuadratureOptions(int probes, int steps, long seed) {
  public QuadratureOptions {
    if (probes < 1 || steps < 2) {
      throw ThalwegException.of(ErrorCode.INVALID_OPTION)
          .expected("at least 1 probe and 2 steps")
          .found(probes + " probes, " + steps + " steps")
          .next("change the options of the spectral density");
    }
  }

  public static QuadratureOptions defaults() {
    return new QuadratureOptions(10, 60, 0);
  }

  public QuadratureOptions withProbes(int value) {
    return new QuadratureOptions(value, steps, seed);
  }

  public QuadratureOptions withSeed(long value) {
    return new QuadratureOptions(probes, steps, value);
  }
}
